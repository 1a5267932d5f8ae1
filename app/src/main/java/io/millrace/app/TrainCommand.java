package io.millrace.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code millrace train}: some seconds of everyday work in one process: a server is started and a client loads tables in several formats and asks queries of many
 * shapes; then a query runs without server. Java watches, when the launcher tells it to, and later starts begin with the classes and profiles it has seen.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Work for some seconds, so that Java can record what later starts will need.")
final class TrainCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("TSV", "CSV", "JSONEachRow", "Native", "RowBinary", "Values");
    /** How often each query is asked: a method is profiled from some hundred calls on. */
    private static final int ROUNDS = 3;

    private static final int SMALL_INSERTS = 10;
    private static final int START_SECONDS = 60;
    private static final String ADDRESS = "http://localhost:";
    private static final byte[] NOTHING = {};

    @Parameters(paramLabel = "DIR", description = "directory for the server's data, which the caller removes")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        StartWriter start = new StartWriter();
        CommandLine server = Main.commandLine(silent(NOTHING, OutputStream.nullOutputStream()))
                .setOut(new PrintWriter(start));
        Thread thread = Thread.ofPlatform().name("server").start(() -> {
            int status = server.execute(
                    "server",
                    "--data",
                    folder.toString(),
                    "--http-port",
                    "0",
                    "--postgresql-port",
                    "0",
                    "--log-level",
                    "none");
            start.port.completeExceptionally(new IOException("The server ended with status " + status));
        });
        try {
            work(start.port.get(START_SECONDS, TimeUnit.SECONDS));
        } finally {
            thread.interrupt();
            thread.join();
        }
        return 0;
    }

    /** Knows the port when the server has said that it is ready. */
    private static final class StartWriter extends StringWriter {
        private final CompletableFuture<String> port = new CompletableFuture<>();

        @Override
        public void flush() {
            String text = toString();
            int begin = text.indexOf(ADDRESS);
            if (begin >= 0) {
                String rest = text.substring(begin + ADDRESS.length());
                port.complete(rest.substring(0, rest.indexOf('/')));
            }
        }
    }

    private static void work(String port) throws IOException {
        client(port, statements("tables.sql"), NOTHING);
        String queries = statements("queries.sql");
        for (int i = 0; i < ROUNDS; i++) {
            client(port, queries, NOTHING);
        }
        for (String format : FORMATS) {
            String insert = "INSERT INTO training.visits FORMAT " + format;
            client(port, insert, client(port, select(10_000, format), NOTHING));
            byte[] few = client(port, select(5, format), NOTHING);
            for (int i = 0; i < SMALL_INSERTS; i++) {
                client(port, insert, few);
            }
        }
        client(port, "OPTIMIZE TABLE training.visits FINAL; DROP DATABASE training", NOTHING);
        run(NOTHING, "local", "--query", "SELECT number % 3 AS k, count() FROM numbers(100000) GROUP BY k ORDER BY k");
    }

    private static String select(int rows, String format) {
        return "SELECT * FROM training.visits ORDER BY id LIMIT " + rows + " FORMAT " + format;
    }

    private static String statements(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TrainCommand.class.getResourceAsStream("training/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] client(String port, String statements, byte[] input) throws IOException {
        return run(input, "client", "--port", port, "--query", statements);
    }

    private static byte[] run(byte[] input, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.commandLine(silent(input, out)).execute(arguments);
        if (status != 0) {
            throw new IOException("Status " + status + " of " + List.of(arguments));
        }
        return out.toByteArray();
    }

    private static Streams silent(byte[] input, OutputStream out) {
        PrintStream errors = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Streams(new ByteArrayInputStream(input), out, errors, false, false, false);
    }
}
