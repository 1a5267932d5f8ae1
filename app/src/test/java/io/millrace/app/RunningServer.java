package io.millrace.app;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.engine.access.AccessControl;
import io.millrace.http.HttpDoor;
import io.millrace.http.HttpDoorOptions;
import io.millrace.net.http.HttpLimits;
import io.millrace.net.http.HttpServer;
import io.millrace.net.http.HttpTimeouts;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real engine behind a real HTTP interface on a free port, for tests. */
final class RunningServer implements AutoCloseable {
    private final Path directory;
    private final Wiring.Running running;
    private final Listener listener;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningServer() throws IOException {
        this("");
    }

    RunningServer(String password) throws IOException {
        this(ConfigSource.fixed(
                new ConfigTree("clickhouse", Map.of(), "", List.of(AccessControl.defaultUser(password)))));
    }

    RunningServer(ConfigSource config) throws IOException {
        directory = Files.createTempDirectory("millrace-test-");
        AccessControl access = AccessControl.of(config.current());
        config.follow(access::configure);
        running = new Wiring(directory, directory, access, 2, 1L << 30, ZoneId.of("UTC"), config).open();
        HttpServer http = new HttpServer(
                HttpDoor.routes(running.engine(), HttpDoorOptions.named("here")),
                HttpLimits.defaults(),
                HttpTimeouts.defaults(),
                Clock.systemUTC());
        listener = Listener.open("http", Listener.loopback(0), http, ListenLimits.defaults());
    }

    int port() {
        return listener.address().getPort();
    }

    /** Asks with names and values as parameters and, unless it is empty, a body. */
    HttpResponse<String> ask(String method, String body, String... parameters)
            throws IOException, InterruptedException {
        StringBuilder address = new StringBuilder("http://127.0.0.1:" + port() + "/");
        for (int i = 0; i < parameters.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.toString()))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String query, String... more) throws IOException, InterruptedException {
        return ask("GET", "", withQuery(query, more));
    }

    /** A statement in the body, which must succeed. */
    String run(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("POST", query);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.body();
    }

    static String[] withQuery(String query, String... more) {
        return Stream.concat(Stream.of("query", query), Stream.of(more)).toArray(String[]::new);
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        listener.close();
        running.shutdown(Duration.ZERO);
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
