/**
 * Columns: how values lie in memory. Key types: {@link Column} (sealed, one class per layout), {@link ColumnBuilder}, {@link Bitmaps}.
 * Columns are immutable once built; builders belong to one thread.
 */
@NullMarked
package io.millrace.data.column;

import org.jspecify.annotations.NullMarked;
