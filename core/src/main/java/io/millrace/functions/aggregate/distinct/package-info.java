/** Numbers of distinct values, exact and estimated: uniq, uniqExact, uniqCombined, uniqHLL12; and the sets behind them. */
@NullMarked
package io.millrace.functions.aggregate.distinct;

import org.jspecify.annotations.NullMarked;
