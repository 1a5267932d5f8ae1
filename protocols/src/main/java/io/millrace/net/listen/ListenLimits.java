package io.millrace.net.listen;

import java.time.Duration;

/**
 * What a listener allows; immutable.
 *
 * @param maxConnections how many connections may be served at once
 * @param maxConnectionsPerAddress how many of them may come from one address
 * @param sendTimeout how long one write to the peer may be stuck before the connection is closed
 * @param watchInterval how often stuck writes and peers that may have gone are looked at; the delay before a peer's
 *     disconnect is noticed is at most this
 */
public record ListenLimits(
        int maxConnections, int maxConnectionsPerAddress, Duration sendTimeout, Duration watchInterval) {

    /**
     * ClickHouse's: 4096 connections (its {@code max_connections}), 30 seconds for a write ({@code http_send_timeout}).
     */
    public static ListenLimits defaults() {
        return new ListenLimits(4096, Integer.MAX_VALUE, Duration.ofSeconds(30), Duration.ofMillis(50));
    }

    public ListenLimits withMaxConnections(int total, int perAddress) {
        return new ListenLimits(total, perAddress, sendTimeout, watchInterval);
    }

    public ListenLimits withSendTimeout(Duration timeout) {
        return new ListenLimits(maxConnections, maxConnectionsPerAddress, timeout, watchInterval);
    }
}
