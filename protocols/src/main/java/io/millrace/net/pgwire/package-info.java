/**
 * PostgreSQL's wire format: object ids of types, values as text and binary, messages. Key types: {@link PgType} (what columns are called),
 * {@link ValueWriter} and {@link ValueReader} (values of columns), {@link MessageReader} and {@link MessageWriter}. The only place that knows
 * these numbers and layouts.
 */
@NullMarked
package io.millrace.net.pgwire;

import org.jspecify.annotations.NullMarked;
