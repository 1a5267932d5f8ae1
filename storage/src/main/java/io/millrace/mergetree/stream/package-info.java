/**
 * How the values of a column lie in the streams of a part. Key types: {@link ColumnReader} and {@link ColumnWriter} (one tree of them per column type),
 * {@link StreamReader} and {@link StreamWriter} (the bytes of one stream), {@link StreamNames}.
 *
 * <p>Streams by type, as ClickHouse 26.7 names them ({@code c} is the escaped column name): numbers {@code c}; String {@code c.size} and {@code c};
 * Nullable {@code c.null} and its values; Array and Map {@code c.size<level>} and the elements; Tuple elements {@code c%2E<name>}; LowCardinality
 * {@code c.dict} and {@code c}; sparse columns {@code c.sparse.idx} and the values that are not the default. Nothing here is thread-safe.
 */
@NullMarked
package io.millrace.mergetree.stream;

import org.jspecify.annotations.NullMarked;
