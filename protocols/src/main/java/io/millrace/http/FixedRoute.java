package io.millrace.http;

import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A path that always answers the same text, to whoever asks.
 *
 * @param withoutQuery whether the path belongs to this route only if no question mark follows it
 */
record FixedRoute(String path, boolean withoutQuery, String text) implements Route {
    @Override
    public boolean matches(HttpRequest head) {
        return head.path().equals(path)
                && !(withoutQuery && head.hasQuery())
                && (head.method().equals("GET") || head.isHead());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.response()
                .header("Content-Type", "text/html; charset=UTF-8")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> paths() {
        return List.of(path);
    }
}
