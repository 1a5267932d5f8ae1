package io.millrace.sql;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * One HTTP session with a fresh database, which {@link #close()} drops.
 *
 * <p>The database goes with every request; a {@code USE} that succeeds changes it for the next ones. The random name of
 * the database is replaced by {@code default} in answers.
 */
final class SqlClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final HttpClient http;
    private final URI server;
    private final String home;
    private String database;

    SqlClient(HttpClient http, URI server) throws IOException, InterruptedException {
        this.http = http;
        this.server = server;
        this.home = "test_"
                + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        this.database = home;
        Answer created = post("CREATE DATABASE " + home, "");
        if (created.status() != 200) {
            throw new IOException("CREATE DATABASE failed: " + created.text());
        }
    }

    /** The status and the bytes of an answer. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Whether the answer is an error of this name, as in {@code ... (SYNTAX_ERROR)}. */
        boolean isError(String name) {
            return status != 200 && text().contains("(" + name + ")");
        }
    }

    Answer run(String statement) throws IOException, InterruptedException {
        Answer answer = post(statement, "?session_id=" + home + "&database=" + encode(database));
        String[] words = statement.strip().split("\\s+");
        if (answer.status() == 200
                && words.length == 2
                && words[0].toUpperCase(Locale.ROOT).equals("USE")) {
            database = words[1].replace("`", "");
        }
        return answer;
    }

    private Answer post(String statement, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/" + query))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(statement))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(response.body(), StandardCharsets.ISO_8859_1).replace(home, "default");
        return new Answer(response.statusCode(), body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            post("DROP DATABASE IF EXISTS " + home, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
