package io.millrace.http;

import io.millrace.engine.Engine;
import io.millrace.net.http.Route;
import java.util.List;

/** The routes of the HTTP interface, in the order in which they are asked. */
public final class HttpDoor {
    private static final String ALIVE = "Ok.\n";

    private HttpDoor() {}

    public static List<Route> routes(Engine engine, HttpDoorOptions options) {
        return List.of(
                new FixedRoute("/", true, options.defaultResponse().orElse(ALIVE)),
                new FixedRoute("/ping", false, ALIVE),
                new FixedRoute("/replicas_status", false, ALIVE),
                new QueryRoute(engine, options));
    }
}
