/** Moments and what follows from them: variance, covariance, correlation, skewness, kurtosis. */
@NullMarked
package io.millrace.functions.aggregate.statistic;

import org.jspecify.annotations.NullMarked;
