/**
 * The seam for aggregate functions. Key types: {@link AggregateFunction}, {@link BoundAggregate}, {@link GroupedState}. Implementations live in
 * {@code functions}.
 */
@NullMarked
package io.millrace.expressions.aggregate;

import org.jspecify.annotations.NullMarked;
