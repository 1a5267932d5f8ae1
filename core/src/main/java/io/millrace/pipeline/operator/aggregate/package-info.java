/** GROUP BY: hash tables by key layout, radix partitions, spilling, totals. */
@NullMarked
package io.millrace.pipeline.operator.aggregate;

import org.jspecify.annotations.NullMarked;
