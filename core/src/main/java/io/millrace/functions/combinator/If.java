package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.NothingType;
import io.millrace.data.type.DataType.SimpleAggregateType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.SkippingState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** -If: only rows whose last argument is true count; a NULL there is false. */
@Builtin("If")
final class If implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "If");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            if (arguments.isEmpty()) {
                throw Checks.count("Aggregate function " + name() + " require at least one argument");
            }
            DataType condition = Types.bare(arguments.getLast());
            if (!condition.equals(Types.UINT8)
                    && !(condition instanceof BoolType)
                    && !(condition instanceof NothingType)) {
                throw new io.millrace.base.error.DbException(
                        io.millrace.base.error.ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + arguments.getLast().name()
                                + " of last argument for aggregate function with If suffix");
            }
            BoundAggregate inner = nested.bind(parameters, arguments.subList(0, arguments.size() - 1));
            List<DataType> types = arguments.stream()
                    .map(t -> t instanceof SimpleAggregateType ? t : Types.withoutLowCardinality(t))
                    .toList();
            return new BoundFunction(
                    inner.type(),
                    BoundFunction.stateType(name(), parameters, types),
                    () -> new State(inner.newState()));
        }
    }

    /** Leaves out the rows whose condition is false or NULL. */
    private static final class State extends SkippingState {
        State(GroupedState nested) {
            super(nested);
        }

        @Override
        protected Optional<byte[]> skipped(Column[] arguments, int from, int to) {
            Column condition = arguments[arguments.length - 1];
            byte[] nulls = condition instanceof NullableColumn n ? n.nulls() : null;
            Column plain = condition instanceof NullableColumn n ? n.values() : condition;
            byte[] flags = ((ByteColumn) plain).values();
            byte[] skipped = new byte[to - from];
            int any = 0;
            for (int i = 0; i < skipped.length; i++) {
                // 1 for a zero byte, 0 for any other
                byte out = (byte) (((flags[from + i] & 0xFF) - 1) >>> 31);
                skipped[i] = out;
                any |= out;
            }
            if (nulls != null) {
                for (int i = 0; i < skipped.length; i++) {
                    skipped[i] |= nulls[from + i];
                    any |= skipped[i];
                }
            }
            return any == 0 ? Optional.empty() : Optional.of(skipped);
        }

        @Override
        protected Column[] inner(Column[] arguments) {
            return Arrays.copyOf(arguments, arguments.length - 1);
        }
    }
}
