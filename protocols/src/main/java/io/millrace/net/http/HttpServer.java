package io.millrace.net.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import io.millrace.net.listen.ProtocolServer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 over accepted connections: one request after the other, each given to the first route that matches.
 * Thread-safe.
 */
public final class HttpServer implements ProtocolServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private volatile Routing routing;
    private final HttpLimits limits;
    private final HttpTimeouts timeouts;
    private final HttpDate date;

    private record Routing(List<Route> routes, NotFound notFound) {
        static Routing of(List<Route> routes) {
            return new Routing(List.copyOf(routes), new NotFound(routes));
        }
    }

    public HttpServer(List<Route> routes, HttpLimits limits, HttpTimeouts timeouts, InstantSource clock) {
        this.routing = Routing.of(routes);
        this.limits = limits;
        this.timeouts = timeouts;
        this.date = new HttpDate(clock);
    }

    /** Replaces the routes, for requests that are still to come. */
    public void replaceRoutes(List<Route> routes) {
        routing = Routing.of(routes);
    }

    HttpLimits limits() {
        return limits;
    }

    HttpTimeouts timeouts() {
        return timeouts;
    }

    HttpDate date() {
        return date;
    }

    @Override
    public void serve(Connection connection) throws IOException {
        RequestReader reader = new RequestReader(
                connection.input(), connection.remote(), connection.tls().isPresent(), limits);
        WireBuffer wire = new WireBuffer();
        int requestsLeft = timeouts.maxRequests();
        // A client that connects and says nothing has less of a claim to wait than one between two requests.
        boolean more = connection.awaitRequest(timeouts.head());
        while (more) {
            requestsLeft--;
            HttpRequest request;
            try {
                connection.input().patience(Patience.until(timeouts.head()));
                request = reader.read();
            } catch (SocketTimeoutException e) {
                refuse(connection, 408, "The head of the request comes too slowly");
                return;
            } catch (HttpException e) {
                refuse(connection, e.status(), e.text());
                return;
            }
            more = answer(new HttpExchange(this, connection, reader, wire, request, requestsLeft));
            wire.shrink();
            reader.shrink();
            if (!more) {
                connection.closeAfterLinger();
                return;
            }
            more = connection.awaitRequest(timeouts.keepAlive());
        }
    }

    /** Runs one exchange, turning whatever goes wrong into the best answer that is still possible. */
    private boolean answer(HttpExchange exchange) throws IOException {
        try {
            route(exchange.request()).handle(exchange);
            return exchange.finish();
        } catch (HttpException e) {
            fail(exchange.response(), e.status(), e.text());
        } catch (DbException e) {
            if (e.code() == ErrorCode.LOGICAL_ERROR) {
                LOG.error(
                        "{} {}: error in a route",
                        exchange.request().method(),
                        exchange.request().path(),
                        e);
            }
            failWithCode(exchange.response(), e.code(), e.getMessage());
        } catch (IOException e) {
            // Mostly the peer is lost, and so is this answer; otherwise the client learns what went wrong.
            LOG.debug(
                    "{} {}: {}", exchange.request().method(), exchange.request().path(), e.getMessage());
            failWithCode(exchange.response(), ErrorCode.NETWORK_ERROR, "I/O error: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{} {}: unexpected error in a route",
                    exchange.request().method(),
                    exchange.request().path(),
                    e);
            DbException known = DbException.of(e);
            failWithCode(exchange.response(), known.code(), known.getMessage());
        } finally {
            exchange.close();
        }
        return false;
    }

    private Route route(HttpRequest request) {
        Routing current = routing;
        for (Route route : current.routes) {
            if (route.matches(request)) {
                return route;
            }
        }
        return current.notFound;
    }

    private static void failWithCode(HttpResponse response, ErrorCode code, String message) throws IOException {
        if (canStillFail(response)) {
            response.reset();
            response.header("X-ClickHouse-Exception-Code", Integer.toString(code.number()));
            String stop = message.endsWith(".") ? " (" : ". (";
            sendFailure(response, 500, "Code: " + code.number() + ". DB::Exception: " + message + stop + code + ")\n");
        } else {
            response.breakBody();
        }
    }

    private static void fail(HttpResponse response, int status, String message) throws IOException {
        if (canStillFail(response)) {
            response.reset();
            sendFailure(response, status, message + "\n");
        } else {
            response.breakBody();
        }
    }

    private static boolean canStillFail(HttpResponse response) {
        return response.state() == HttpResponse.State.NOTHING_SENT || response.state() == HttpResponse.State.HEAD_OPEN;
    }

    private static void sendFailure(HttpResponse response, int status, String text) throws IOException {
        if (response.state() == HttpResponse.State.NOTHING_SENT) {
            response.status(status);
        }
        response.header("Content-Type", "text/plain; charset=UTF-8");
        response.closeAfterwards();
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers what could not be understood as a request, and closes. */
    private void refuse(Connection connection, int status, String message) throws IOException {
        HttpResponse response =
                new HttpResponse(connection, new WireBuffer(), HttpVersion.HTTP_1_1, false, NO_MORE, date);
        fail(response, status, message);
        connection.closeAfterLinger();
    }

    @Override
    public void refuse(Connection connection) throws IOException {
        HttpResponse response =
                new HttpResponse(connection, new WireBuffer(), HttpVersion.HTTP_1_1, false, NO_MORE, date);
        fail(response, 503, "Too many connections. Try again later, or raise max_connections");
    }

    private static final HttpResponse.KeepAlive NO_MORE = new HttpResponse.KeepAlive() {
        @Override
        public boolean allowed() {
            return false;
        }

        @Override
        public String terms() {
            return "";
        }
    };
}
