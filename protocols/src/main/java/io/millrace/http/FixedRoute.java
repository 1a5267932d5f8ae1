package io.millrace.http;

import io.millrace.http.rule.RequestPattern;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A page: something that is answered without a query of the client's, to whoever asks. Immutable.
 *
 * @param path to suggest to who mistyped it; empty for none
 */
record FixedRoute(Predicate<HttpRequest> own, String path, Content content, Map<String, String> headers)
        implements Route {
    /** Answers one request. */
    interface Content {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** @param withoutQuery whether the path belongs to this route only if no question mark follows it */
    static FixedRoute exact(String path, boolean withoutQuery, Content content, Map<String, String> headers) {
        return new FixedRoute(
                head -> head.path().equals(path) && !(withoutQuery && head.hasQuery()) && reads(head),
                path,
                content,
                headers);
    }

    static FixedRoute prefix(String path, Content content, Map<String, String> headers) {
        return new FixedRoute(head -> head.path().startsWith(path) && reads(head), path, content, headers);
    }

    static FixedRoute ruled(RequestPattern pattern, Content content, Map<String, String> headers) {
        return new FixedRoute(head -> pattern.match(head).isPresent(), "", content, headers);
    }

    /** The last route of all. */
    static FixedRoute notFound(String text, Map<String, String> headers) {
        return new FixedRoute(
                head -> true,
                "",
                exchange -> exchange.response().sendText(404, text.endsWith("\n") ? text : text + "\n"),
                headers);
    }

    /** The content of a page that never changes. */
    static Content html(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return exchange -> exchange.response()
                .header("Content-Type", "text/html; charset=UTF-8")
                .send(bytes);
    }

    private static boolean reads(HttpRequest head) {
        return head.method().equals("GET") || head.isHead();
    }

    @Override
    public boolean matches(HttpRequest head) {
        return own.test(head);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.response()::header);
        content.answer(exchange);
    }

    @Override
    public List<String> paths() {
        return path.isEmpty() ? List.of() : List.of(path);
    }
}
