/**
 * ClickHouse's HTTP interface: queries at {@code /}, health checks, the server's own pages, and the handlers of an
 * administrator's rules.
 *
 * <p>Key types: {@link HttpDoor} (the routes), {@link FixedRoute} and {@link Pages} (what needs no query), {@link QueryRoute} (who asks, and in which session), {@link Reply} (from
 * events of a running query to a response). A request is read by {@link RequestParameters} and {@link RequestText};
 * everything behind that is the engine's. No locks: each request lives on its connection's thread.
 */
@NullMarked
package io.millrace.http;

import org.jspecify.annotations.NullMarked;
