package io.millrace.functions.aggregate;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import java.util.List;
import java.util.function.Supplier;

/** A bound aggregate function made of its parts. Immutable. */
public record BoundFunction(DataType type, AggregateStateType stateType, Supplier<GroupedState> states)
        implements BoundAggregate {
    /** The type of states of a function with these parameters and argument types. */
    public static AggregateStateType stateType(String name, List<Parameter> parameters, List<DataType> arguments) {
        return new AggregateStateType(
                name, parameters.stream().map(Parameter::text).toList(), List.copyOf(arguments));
    }

    @Override
    public GroupedState newState() {
        return states.get();
    }
}
