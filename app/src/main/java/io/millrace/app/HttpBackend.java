package io.millrace.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs statements in a server, over HTTP, in a session of its own. */
final class HttpBackend implements Backend {
    private static final int NETWORK_ERROR = 210;
    /** Long enough for someone who thinks between two statements; the server's own limit is an hour, too. */
    private static final Duration SESSION = Duration.ofHours(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String authorization;
    private final String sessionId = UUID.randomUUID().toString();
    private volatile Optional<String> runningId = Optional.empty();

    HttpBackend(String host, int port, String user, String password) {
        this.address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Counts run(Request request, OutputStream out) throws IOException {
        String id = UUID.randomUUID().toString();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query_id", id);
        parameters.put("session_id", sessionId);
        parameters.put("session_timeout", Long.toString(SESSION.toSeconds()));
        parameters.put("default_format", request.format());
        request.database().ifPresent(database -> parameters.put("database", database));
        parameters.putAll(request.settings());
        request.parameters().forEach((name, value) -> parameters.put("param_" + name, value));
        BodyPublisher body = request.data()
                .map(data -> BodyPublishers.ofInputStream(() -> withHead(request.text(), data)))
                .orElseGet(() -> BodyPublishers.ofByteArray(request.text()));
        runningId = Optional.of(id);
        try {
            return send(parameters, body, out);
        } finally {
            runningId = Optional.empty();
        }
    }

    private static InputStream withHead(byte[] text, InputStream data) {
        byte[] lineFeed = {'\n'};
        return new SequenceInputStream(
                new ByteArrayInputStream(text), new SequenceInputStream(new ByteArrayInputStream(lineFeed), data));
    }

    private Counts send(Map<String, String> parameters, BodyPublisher body, OutputStream out) throws IOException {
        String query = parameters.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?" + query))
                .header("Authorization", authorization)
                .POST(body)
                .build();
        try {
            return counts(http.send(request, new ResultReceiver(out)));
        } catch (ConnectException e) {
            throw new StatementError(
                    NETWORK_ERROR,
                    "Code: 210. DB::NetException: Connection refused (" + address
                            + "). Is the server running, and is this its HTTP port? (NETWORK_ERROR)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Counts counts(HttpResponse<Optional<String>> response) {
        if (response.body().isPresent()) {
            String text = response.body().get();
            int code = response.headers()
                    .firstValue("X-ClickHouse-Exception-Code")
                    .map(Integer::parseInt)
                    .orElseGet(() -> codeIn(text));
            throw new StatementError(code, text);
        }
        String summary = response.headers().firstValue("X-ClickHouse-Summary").orElse("");
        return new Counts(
                field(summary, "read_rows"),
                field(summary, "read_bytes"),
                field(summary, "total_rows_to_read"),
                field(summary, "result_rows"),
                field(summary, "memory_usage"));
    }

    /** The number behind {@code Code: } where an error breaks into an answer. */
    private static int codeIn(String text) {
        int at = text.indexOf("Code: ");
        int from = at < 0 ? text.length() : at + "Code: ".length();
        int to = from;
        while (to < text.length() && to < from + 9 && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to == from ? NETWORK_ERROR : Integer.parseInt(text, from, to, 10);
    }

    private static long field(String summary, String name) {
        int at = summary.indexOf("\"" + name + "\":\"");
        if (at < 0) {
            return 0;
        }
        int from = at + name.length() + 4;
        return Long.parseLong(summary, from, summary.indexOf('"', from), 10);
    }

    @Override
    public Optional<Counts> progress() {
        return runningId.flatMap(id -> {
            String query = "SELECT read_rows, read_bytes, total_rows_approx, memory_usage FROM system.processes"
                    + " WHERE query_id = {id:String} FORMAT TabSeparated";
            try {
                String[] values = ask(query, id).strip().split("\t", -1);
                return values.length < 4
                        ? Optional.empty()
                        : Optional.of(new Counts(
                                Long.parseLong(values[0]),
                                Long.parseLong(values[1]),
                                Long.parseLong(values[2]),
                                0,
                                Math.max(0, Long.parseLong(values[3]))));
            } catch (IOException | StatementError | NumberFormatException notNow) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void cancel() {
        runningId.ifPresent(id -> {
            try {
                ask("KILL QUERY WHERE query_id = {id:String}", id);
            } catch (IOException | StatementError gone) {
                // Then there is nothing to be stopped any more.
            }
        });
    }

    private String ask(String query, String id) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        send(Map.of("param_id", id), BodyPublishers.ofString(query), answer);
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
