/**
 * A data part on disk: an immutable directory of columns in ClickHouse 26.7's layout. Key types: {@link Part}, {@link PartName}, {@link
 * PartLoader}; the small files beside the columns are {@link Checksums}, {@link ColumnsText}, {@link SubstreamsText}, {@link SerializationInfo}.
 *
 * <p>Values here are immutable and shared between threads; marks and the primary index are loaded when first asked for.
 */
@NullMarked
package io.millrace.mergetree.part;

import org.jspecify.annotations.NullMarked;
