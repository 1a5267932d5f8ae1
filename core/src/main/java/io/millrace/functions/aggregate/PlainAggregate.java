package io.millrace.functions.aggregate;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.data.type.DataType.NothingType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Base of aggregate functions that skip rows with a NULL: they are bound to types without Nullable and LowCardinality, and NULLs are handled around them.
 *
 * <p>As in ClickHouse the result over Nullable arguments is Nullable, with NULL for groups without any row that counts, unless the function has a
 * natural zero or its result cannot be Nullable.
 */
public abstract class PlainAggregate implements AggregateFunction {
    private final String name;

    protected PlainAggregate(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    /** Checks and binds; {@code arguments} are free of Nullable, LowCardinality and SimpleAggregateFunction. */
    protected abstract Plain bindPlain(List<Parameter> parameters, List<DataType> arguments);

    /** Whether a group of only NULLs gives zero and not NULL: count, uniq. */
    protected boolean zeroWhenEmpty() {
        return false;
    }

    @Override
    public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
        List<DataType> types = new ArrayList<>();
        boolean[] nullable = new boolean[arguments.size()];
        boolean anyNullable = false;
        boolean onlyNull = false;
        for (int i = 0; i < nullable.length; i++) {
            DataType type = Types.withoutLowCardinality(Types.withoutSimpleAggregate(arguments.get(i)));
            if (type instanceof NullableType n) {
                nullable[i] = true;
                anyNullable = true;
                onlyNull |= n.nested() instanceof NothingType;
                type = n.nested();
            }
            types.add(type);
        }
        AggregateStateType stateType = BoundFunction.stateType(name, parameters, withoutDictionaries(arguments));
        if (onlyNull) {
            DataType type = zeroWhenEmpty() ? Types.UINT64 : Types.NULL;
            return new BoundFunction(type, stateType, () -> new NothingState(type));
        }
        Plain plain = bindPlain(parameters, types);
        if (!anyNullable) {
            return new BoundFunction(plain.type(), stateType, plain.states());
        }
        boolean flagged = !zeroWhenEmpty() && !plain.type().isNullable() && Types.canBeInNullable(plain.type());
        DataType type = flagged ? new NullableType(plain.type()) : plain.type();
        return new BoundFunction(type, stateType, () -> skipNulls(plain.states().get(), nullable, flagged));
    }

    /** The state that skips rows with NULLs around one that does not know them. */
    protected GroupedState skipNulls(GroupedState nested, boolean[] nullable, boolean flagged) {
        return new NullSkippingState(nested, nullable, flagged);
    }

    private static List<DataType> withoutDictionaries(List<DataType> arguments) {
        return arguments.stream().map(Types::withoutLowCardinality).toList();
    }
}
