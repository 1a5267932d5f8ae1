package io.millrace.expressions.aggregate;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;

/** An aggregate function bound to argument types. Immutable; threads share it. */
public interface BoundAggregate {
    /** Type of the final value. */
    DataType type();

    /** Type of its states as values: {@code AggregateFunction(name(params), arguments)}. */
    AggregateStateType stateType();

    /** Empty states, to be resized before use. */
    GroupedState newState();
}
