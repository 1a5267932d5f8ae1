package io.millrace.benchmarks.engines;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.millrace.benchmarks.hits.HitsQuery;
import io.millrace.benchmarks.hits.HitsSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our own server, measured from the outside: every time includes HTTP. The client is the JDK's blocking one: the newer one hands each request from thread
 * to thread, which takes longer than small queries do, and the peers are timed inside their processes.
 */
public final class MillraceEngine implements Engine {
    /** How to start the server; absent when the user named one that runs already. */
    private record Launch(Path project, Path data, Path log) {}

    /** What a request carries. */
    private sealed interface Body {
        long size() throws IOException;

        void writeTo(OutputStream out) throws IOException;
    }

    private record Text(byte[] bytes) implements Body {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    private record Content(Path file) implements Body {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(out);
            }
        }
    }

    private interface Reply<T> {
        T read(InputStream in) throws IOException;
    }

    static {
        // the clients of part c keep one each; the default is five
        System.setProperty("http.maxConnections", "1000");
    }

    private final int threads;
    private final @Nullable Launch launch;
    private @Nullable ServerProcess server;
    private URI uri;

    private MillraceEngine(URI uri, int threads, @Nullable Launch launch, @Nullable ServerProcess server) {
        this.uri = uri;
        this.threads = threads;
        this.launch = launch;
        this.server = server;
    }

    /** A server that runs already and whose table {@code hits} may be replaced. */
    public static MillraceEngine at(URI uri, int threads) {
        return new MillraceEngine(uri, threads, null, null);
    }

    /** Starts the server with the launcher in {@code project}. */
    public static MillraceEngine start(Path project, Path data, Path log, int threads) {
        ServerProcess server = ServerProcess.start(project, data, log);
        return new MillraceEngine(server.uri(), threads, new Launch(project, data, log), server);
    }

    private URI target(String query) {
        String text = uri + "?max_threads=" + threads;
        return URI.create(query.isEmpty() ? text : text + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** Sends a request and reads the answer; the connection is kept for the next one. */
    private <T> T send(String query, Body body, Reply<T> reply) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) target(query).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.size());
            try (OutputStream out = connection.getOutputStream()) {
                body.writeTo(out);
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                try (InputStream error = connection.getErrorStream()) {
                    String text = error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
                    throw new EngineException("ours: HTTP " + status + ": " + text.strip());
                }
            }
            try (InputStream in = connection.getInputStream()) {
                return reply.read(in);
            }
        } catch (IOException e) {
            throw new EngineException("ours: " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
        }
    }

    private Answer answer(String sql) {
        Body body = new Text(sql.getBytes(StandardCharsets.UTF_8));
        long start = System.nanoTime();
        byte[] text = send("", body, InputStream::readAllBytes);
        return Answer.ofTabSeparated((System.nanoTime() - start) / 1e6, new String(text, StandardCharsets.UTF_8));
    }

    private double insert(String table, String format, Path file) {
        long start = System.nanoTime();
        send("INSERT INTO " + table + " FORMAT " + format, new Content(file), InputStream::readAllBytes);
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public String version() {
        return answer("SELECT version()").rows().getFirst().getFirst();
    }

    @Override
    public Optional<Load> loadHits(Path tsv, long rows) {
        if (isLoaded(rows)) {
            return Optional.empty();
        }
        answer("DROP TABLE IF EXISTS hits");
        answer(HitsSchema.createMergeTree("hits"));
        double millis = insert("hits", "TSV", tsv);
        return Optional.of(new Load(millis, merge()));
    }

    private double merge() {
        try {
            return answer("OPTIMIZE TABLE hits FINAL").millis();
        } catch (EngineException e) {
            return Double.NaN;
        }
    }

    private boolean isLoaded(long rows) {
        return answer("EXISTS TABLE hits").rows().getFirst().getFirst().equals("1")
                && answer("SELECT count(*) FROM hits")
                        .rows()
                        .getFirst()
                        .getFirst()
                        .equals(Long.toString(rows));
    }

    @Override
    public Optional<Double> loadFile(Path file, String format, long rows) {
        answer("DROP TABLE IF EXISTS loaded");
        answer(HitsSchema.createMergeTree("loaded"));
        double millis = insert("loaded", format, file);
        answer("DROP TABLE loaded");
        return Optional.of(millis);
    }

    @Override
    public boolean export(Path file, String format, long rows) {
        String sql = "SELECT * FROM hits LIMIT " + rows + " FORMAT " + format;
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            send(
                    "",
                    new Text(sql.getBytes(StandardCharsets.UTF_8)),
                    in -> Files.copy(in, unfinished, REPLACE_EXISTING));
            Files.move(unfinished, file);
            return true;
        } catch (IOException e) {
            throw new EngineException("ours: " + e, e);
        }
    }

    @Override
    public Answer run(HitsQuery query) {
        return answer(query.sql());
    }

    @Override
    public Clients runClients(List<String> queries, int clients, int seconds) {
        return ClientThreads.run(clients, seconds, (_, turn) -> answer(queries.get(turn % queries.size())));
    }

    @Override
    public boolean restart() {
        if (launch == null || server == null) {
            return false;
        }
        server.close();
        server = ServerProcess.start(launch.project(), launch.data(), launch.log());
        uri = server.uri();
        return true;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
