/**
 * Comparisons, answered as bitmaps. Key types: {@link Operator}, {@link Comparisons} (chooses the comparison for two types), {@link RangeLoops} and
 * {@link PairLoops} (the hot loops), {@link RowOrder} (any two rows).
 */
@NullMarked
package io.millrace.functions.scalar.comparison;

import org.jspecify.annotations.NullMarked;
