/**
 * ClickHouse's HTTP interface: queries at {@code /}, {@code /ping} and {@code /replicas_status}.
 *
 * <p>Key types: {@link HttpDoor} (the routes), {@link QueryRoute} (who asks, and in which session), {@link Reply} (from
 * events of a running query to a response). A request is read by {@link RequestParameters} and {@link RequestText};
 * everything behind that is the engine's. No locks: each request lives on its connection's thread.
 */
@NullMarked
package io.millrace.http;

import org.jspecify.annotations.NullMarked;
