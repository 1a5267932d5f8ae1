package io.millrace.functions.combinator;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.SimpleAggregateType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import java.util.List;
import java.util.Set;

/** -SimpleState: the result with the type SimpleAggregateFunction. */
@Builtin("SimpleState")
final class SimpleState implements AggregateCombinator {
    private static final Set<String> ALLOWED = Set.of(
            "any",
            "any_respect_nulls",
            "anyLast",
            "anyLast_respect_nulls",
            "min",
            "max",
            "sum",
            "sumWithOverflow",
            "groupBitAnd",
            "groupBitOr",
            "groupBitXor",
            "sumMap",
            "minMap",
            "maxMap",
            "groupArrayArray",
            "groupArrayLastArray",
            "groupUniqArrayArray",
            "argMin",
            "argMax");

    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "SimpleState");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            if (!ALLOWED.contains(nested.name())) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Unsupported aggregate function " + nested.name() + ", supported functions are "
                                + String.join(",", ALLOWED.stream().sorted().toList()));
            }
            BoundAggregate inner = nested.bind(parameters, arguments);
            DataType type = new SimpleAggregateType(nested.name(), inner.type());
            return new BoundFunction(type, inner.stateType(), inner::newState);
        }
    }
}
