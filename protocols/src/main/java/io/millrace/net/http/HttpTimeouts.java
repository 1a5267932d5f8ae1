package io.millrace.net.http;

import java.time.Duration;

/**
 * How long a peer may take; immutable.
 *
 * @param head from a request's first byte to the end of its head
 * @param receive one wait for more of a body ({@code http_receive_timeout})
 * @param bodyGrace waiting for a body is free for so long; after it {@code bodyBytesPerSecond} is demanded
 * @param bodyBytesPerSecond the slowest body that is accepted
 * @param keepAlive idle time between requests ({@code keep_alive_timeout}); zero turns keep-alive off
 * @param maxRequests requests per connection ({@code max_keep_alive_requests})
 */
public record HttpTimeouts(
        Duration head,
        Duration receive,
        Duration bodyGrace,
        long bodyBytesPerSecond,
        Duration keepAlive,
        int maxRequests) {

    /** ClickHouse 26.7's defaults, with a shorter wait for heads. */
    public static HttpTimeouts defaults() {
        return new HttpTimeouts(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                1024,
                Duration.ofSeconds(30),
                10_000);
    }

    public HttpTimeouts withKeepAlive(Duration idle, int requests) {
        return new HttpTimeouts(head, receive, bodyGrace, bodyBytesPerSecond, idle, requests);
    }

    /** The same with other patience for heads and bodies. */
    public HttpTimeouts withPatience(Duration forHead, Duration perReceive, Duration grace) {
        return new HttpTimeouts(forHead, perReceive, grace, bodyBytesPerSecond, keepAlive, maxRequests);
    }
}
