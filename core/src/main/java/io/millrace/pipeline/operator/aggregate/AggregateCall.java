package io.millrace.pipeline.operator.aggregate;

import io.millrace.expressions.aggregate.BoundAggregate;
import java.util.List;

/**
 * One aggregate function over columns of the input.
 *
 * @param name the result column's name
 * @param arguments indexes of the input's columns
 */
public record AggregateCall(String name, BoundAggregate function, List<Integer> arguments) {
    public AggregateCall {
        arguments = List.copyOf(arguments);
    }
}
