package io.millrace.net.http;

import java.io.IOException;
import java.util.List;

/**
 * One thing that an HTTP server answers; the seam by which other modules contribute. Called by many threads at once.
 */
public interface Route {
    /** Whether this route answers the request; the first route of a server that says so gets it. */
    boolean matches(HttpRequest head);

    /**
     * Answers. A response that is not ended when this returns is ended; an exception becomes an error response if
     * nothing was sent yet, and otherwise a broken body.
     *
     * @throws IOException when the peer is lost or its request's body is broken
     */
    void handle(HttpExchange exchange) throws IOException;

    /** Paths that may be suggested to someone who mistyped one. */
    default List<String> paths() {
        return List.of();
    }
}
