package io.millrace.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What an administrator can choose about the HTTP interface; immutable.
 *
 * @param displayName for {@code X-ClickHouse-Server-Display-Name}, mostly the host's name
 * @param defaultResponse what {@code GET /} without a query answers ({@code http_server_default_response}); {@code Ok.} if
 *     empty
 * @param sessionTimeout how long an unused session is kept when the client does not say
 * @param maxSessionTimeout the most a client may ask for
 */
public record HttpDoorOptions(
        String displayName, Optional<String> defaultResponse, Duration sessionTimeout, Duration maxSessionTimeout) {
    /** ClickHouse's defaults: sessions live for a minute, at most for an hour. */
    public static HttpDoorOptions named(String displayName) {
        return new HttpDoorOptions(displayName, Optional.empty(), Duration.ofSeconds(60), Duration.ofSeconds(3600));
    }

    public HttpDoorOptions withDefaultResponse(Optional<String> text) {
        return new HttpDoorOptions(displayName, text, sessionTimeout, maxSessionTimeout);
    }
}
