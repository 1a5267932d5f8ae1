/**
 * What a condition says about ranges of keys: which parts of sorted data cannot hold a matching row. Key types: {@link KeyCondition} (a condition seen as
 * a formula over key expressions), {@link KeyAnalysis} (the same over concrete key values), {@link Monotonicity}. Conservative: a range is only ever
 * dropped when no row in it can match. Immutable; threads share it.
 */
@NullMarked
package io.millrace.expressions.range;

import org.jspecify.annotations.NullMarked;
