package io.millrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Our server as a child process on a free port of the loopback interface, with a data directory of its own.
 *
 * <p>{@link #start()} returns once {@code /ping} answers. {@link #close()} asks the server to stop and kills it if it
 * does not; a directory that {@code start()} made is then removed. {@link #kill()} ends it as {@code kill -9} does and
 * leaves the data, so that {@link #startOn} can open it again. Not for use by several threads at once.
 */
public final class TestServer implements AutoCloseable {

    private static final String MAIN_CLASS = "io.millrace.app.Main";
    private static final Duration START_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Process process;
    private final int port;
    private final Path data;
    private final Path log;
    private final boolean temporary;

    private TestServer(Process process, int port, Path data, Path log, boolean temporary) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.log = log;
        this.temporary = temporary;
    }

    /** A server on an empty temporary directory. */
    public static TestServer start(String... options) {
        try {
            return launch(Files.createTempDirectory("millrace-test-"), true, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server on the given data directory, which stays when the server ends. */
    public static TestServer startOn(Path data, String... options) {
        try {
            return launch(data, false, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose port for PostgreSQL's clients its configuration decides; the data directory stays. */
    public static TestServer startAsConfigured(Path config, Path data) {
        try {
            return launch(data, false, List.of("--config", config.toString()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer launch(Path data, boolean temporary, List<String> options) throws IOException {
        return launch(data, temporary, options, !options.contains("--postgresql-port"));
    }

    private static TestServer launch(Path data, boolean temporary, List<String> options, boolean anyPostgresqlPort)
            throws IOException {
        int port = freePort();
        Path log = Files.createTempFile("millrace-test-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "server",
                "--http-port",
                Integer.toString(port),
                "--data",
                data.toString()));
        if (anyPostgresqlPort) {
            command.addAll(List.of("--postgresql-port", "0"));
        }
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        TestServer server = new TestServer(process, port, data, log, temporary);
        try {
            server.awaitPing();
        } catch (RuntimeException | IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** A port of the loopback interface that nobody uses at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPing() throws IOException {
        HttpRequest ping = HttpRequest.newBuilder(uri().resolve("/ping"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + START_DEADLINE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, ping)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "The server ended with status " + process.exitValue() + ":\n" + Files.readString(log));
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The server did not answer /ping within "
                            + START_DEADLINE.toSeconds() + " s:\n" + Files.readString(log));
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest ping) {
        try {
            return client.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", e);
        }
    }

    /** Where the server answers, {@code http://127.0.0.1:<port>/}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The data directory. */
    public Path data() {
        return data;
    }

    /** What the server has written to its output so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server has written something to its output; the output. */
    public String awaitOutput(String text) {
        long deadline = System.nanoTime() + START_DEADLINE.toNanos();
        String written = output();
        while (!written.contains(text)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("'" + text + "' is not in the server's output:\n" + written);
            }
            LockSupport.parkNanos(POLL_NANOS);
            written = output();
        }
        return written;
    }

    /** Ends the process at once, without any chance to clean up; the data stays. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
        try {
            Files.deleteIfExists(log);
            if (temporary) {
                deleteRecursively(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void deleteRecursively(Path root) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(root)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
