/** Quantiles and medians by several methods. Key types: {@link QuantileSketch}, {@link QuantileFunction}. */
@NullMarked
package io.millrace.functions.aggregate.quantile;

import org.jspecify.annotations.NullMarked;
