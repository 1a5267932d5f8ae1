/**
 * What all aggregate functions share: argument checks, NULL handling, typed loops over columns. Key types: {@link PlainAggregate}, {@link Plain},
 * {@link SkippingState}. The functions themselves are in the packages below, one file each.
 */
@NullMarked
package io.millrace.functions.aggregate;

import org.jspecify.annotations.NullMarked;
