/**
 * HTTP/1.0 and HTTP/1.1 as ClickHouse's clients need it: a strict request reader, and a response whose head can be
 * dripped and whose body can be broken off on purpose.
 *
 * <p>Key types: {@link HttpServer} (the keep-alive story of a connection), {@link Route} (what others contribute),
 * {@link HttpExchange} (one request and its {@link HttpResponse}). Knows nothing of SQL. Strict means: whatever another
 * HTTP reader could understand differently (framing, line ends, folding, repeated fields) is answered with 400 and the
 * connection is closed, because a proxy in front of us might be that other reader. Called by the protocols above; no
 * locks.
 */
@NullMarked
package io.millrace.net.http;

import org.jspecify.annotations.NullMarked;
