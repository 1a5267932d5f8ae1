package io.millrace.benchmarks.engines;

import io.millrace.benchmarks.hits.HitsQuery;
import io.millrace.benchmarks.hits.HitsSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own server, measured from the outside: every time includes HTTP. */
public final class MillraceEngine implements Engine {
    /** How to start the server; absent when the user named one that runs already. */
    private record Launch(Path project, Path data, Path log) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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

    private <T> T send(URI target, BodyPublisher body, BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(target).POST(body).build();
        try {
            HttpResponse<T> response = client.send(
                    request, head -> head.statusCode() == 200 ? handler.apply(head) : failed(head.statusCode()));
            return response.body();
        } catch (IOException e) {
            throw new EngineException("ours: " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("ours: interrupted", e);
        }
    }

    private static <T> HttpResponse.BodySubscriber<T> failed(int status) {
        return HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8), text -> {
                    throw new EngineException("HTTP " + status + ": " + text.strip());
                });
    }

    private Answer answer(String sql) {
        long start = System.nanoTime();
        String text = send(target(""), BodyPublishers.ofString(sql), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return Answer.ofTabSeparated((System.nanoTime() - start) / 1e6, text);
    }

    private double insert(String table, String format, Path file) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            long start = System.nanoTime();
            send(target("INSERT INTO " + table + " FORMAT " + format), body, BodyHandlers.discarding());
            return (System.nanoTime() - start) / 1e6;
        } catch (FileNotFoundException e) {
            throw new EngineException("ours: no file " + file, e);
        }
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
        send(target(""), BodyPublishers.ofString(sql), BodyHandlers.ofFile(unfinished));
        try {
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
        client.close();
    }
}
