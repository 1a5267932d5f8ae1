/**
 * The PostgreSQL interface: connections of psql, drivers and tools. Key types: {@link PostgresDoor} (the protocol over a listener), {@code Backend} (one
 * client's conversation), {@code Portal} (a running statement).
 *
 * <p>A statement goes one of three ways: what concerns the session is answered here; what asks the catalog is evaluated by
 * {@code io.millrace.postgres.catalog} with PostgreSQL's semantics; all else is translated to ClickHouse's functions and types and run by the engine.
 */
@NullMarked
package io.millrace.postgres;

import org.jspecify.annotations.NullMarked;
