/**
 * The columns of an input that nobody has described: names and types guessed from its first rows, as ClickHouse guesses them. Key type: {@link
 * SchemaInference}; may be called by whoever opens files.
 */
@NullMarked
package io.millrace.formats.infer;

import org.jspecify.annotations.NullMarked;
