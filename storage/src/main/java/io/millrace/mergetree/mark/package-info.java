/**
 * Marks: where granules begin in the files of a part. Key types: {@link Marks} (positions of one stream), {@link Granularity} (rows per granule),
 * {@link MarkKind} (file extensions and entry layouts). Layouts follow ClickHouse 26.7. Immutable once loaded.
 */
@NullMarked
package io.millrace.mergetree.mark;

import org.jspecify.annotations.NullMarked;
