/**
 * How columns become bytes and text: {@link Serialization} (Native and RowBinary), {@link TextWriter} and {@link TextReader} (one value in one
 * {@link TextStyle}). Objects here are made once per column and query and are not thread-safe, unless they say otherwise.
 */
@NullMarked
package io.millrace.data.serde;

import org.jspecify.annotations.NullMarked;
