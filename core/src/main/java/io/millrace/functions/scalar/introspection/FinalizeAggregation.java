package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.AggregateCall;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The final value of an aggregate function's state. */
@Builtin("finalizeAggregation")
final class FinalizeAggregation implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other", "finalizeAggregation(state)", "The final value of an aggregate function's state.")
                .example("SELECT finalizeAggregation(initializeAggregation('sumState', 5))", "5");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("finalizeAggregation", arguments, 1);
        if (!(arguments.getFirst().type() instanceof AggregateStateType state)) {
            throw Signature.illegalType(
                    "finalizeAggregation", arguments.getFirst().type());
        }
        String call = state.parameters().isEmpty()
                ? state.function()
                : state.function() + "(" + String.join(", ", state.parameters()) + ")";
        return new Bound(AggregateCall.parse(call).bind(state.arguments(), context));
    }

    /** Final values. */
    private record Bound(BoundAggregate aggregate) implements BoundScalar {
        @Override
        public DataType type() {
            return aggregate.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            StringColumn states = (StringColumn) Repeated.full(arguments[0]);
            GroupedState state = aggregate.newState();
            state.resize(rows);
            for (int row = 0; row < rows; row++) {
                state.readMerge(row, ByteSource.of(states.bytes(), states.offsets()[row], states.offsets()[row + 1]));
            }
            return state.result(0, rows);
        }
    }
}
