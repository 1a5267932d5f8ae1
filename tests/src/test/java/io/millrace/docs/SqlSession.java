package io.millrace.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A session of a server, for the statements of one page. One thread at a time. */
final class SqlSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    SqlSession(URI server, String name) {
        this.address = server.resolve("/?session_id=" + name);
    }

    /** What some statements answer, one after the other; a semicolon at the end of a line is between two of them. */
    String run(String statements) throws IOException, InterruptedException {
        StringBuilder answers = new StringBuilder();
        for (String statement : statements.split(";[ \t]*(\n|$)", -1)) {
            if (!statement.isBlank()) {
                HttpRequest request = HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(statement))
                        .build();
                answers.append(http.send(request, BodyHandlers.ofString()).body());
            }
        }
        return answers.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
