package io.millrace.net.http;

import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a free port for one test, with an echo route behind the test's own. */
final class TestServer implements AutoCloseable {
    /** Answers what it received: method, path, parameters, and the body after an empty line. */
    static final Route ECHO = new Route() {
        @Override
        public boolean matches(HttpRequest head) {
            return head.path().equals("/echo");
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            HttpRequest request = exchange.request();
            StringBuilder text = new StringBuilder(request.method())
                    .append(' ')
                    .append(request.uri())
                    .append('\n');
            request.parameters()
                    .all()
                    .forEach(p ->
                            text.append(p.name()).append('=').append(p.value()).append('\n'));
            text.append('\n');
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.write(text.toString().getBytes(StandardCharsets.UTF_8));
            exchange.body().transferTo(answer);
            exchange.response().send(answer.toByteArray());
        }
    };

    private final Listener listener;
    final AtomicInteger handled;

    private TestServer(Listener listener, AtomicInteger handled) {
        this.listener = listener;
        this.handled = handled;
    }

    /** What a test answers requests with. */
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    static TestServer echo() throws IOException {
        return open(HttpLimits.defaults(), HttpTimeouts.defaults(), ListenLimits.defaults(), ECHO);
    }

    static TestServer of(Handler handler) throws IOException {
        return of(HttpTimeouts.defaults(), handler);
    }

    static TestServer of(HttpTimeouts timeouts, Handler handler) throws IOException {
        return open(HttpLimits.defaults(), timeouts, ListenLimits.defaults(), route("/", handler));
    }

    static Route route(String path, Handler handler) {
        return new Route() {
            @Override
            public boolean matches(HttpRequest head) {
                return head.path().equals(path);
            }

            @Override
            public void handle(HttpExchange exchange) throws IOException {
                handler.handle(exchange);
            }

            @Override
            public List<String> paths() {
                return List.of(path);
            }
        };
    }

    static TestServer open(HttpLimits limits, HttpTimeouts timeouts, ListenLimits listen, Route... routes)
            throws IOException {
        AtomicInteger handled = new AtomicInteger();
        Route counting = new Route() {
            @Override
            public boolean matches(HttpRequest head) {
                handled.incrementAndGet();
                return false;
            }

            @Override
            public void handle(HttpExchange exchange) {}
        };
        List<Route> all = new ArrayList<>(List.of(counting));
        all.addAll(List.of(routes));
        HttpServer server = new HttpServer(all, limits, timeouts, InstantSource.system());
        return new TestServer(Listener.open("http", Listener.loopback(0), server, listen), handled);
    }

    static HttpTimeouts quick(Duration patience) {
        return HttpTimeouts.defaults().withPatience(patience, patience, patience);
    }

    Listener listener() {
        return listener;
    }

    InetSocketAddress address() {
        return listener.address();
    }

    URI uri(String path) {
        return URI.create(
                "http://" + address().getHostString() + ":" + address().getPort() + path);
    }

    RawClient connect() throws IOException {
        return new RawClient(address());
    }

    @Override
    public void close() {
        listener.close();
    }
}
