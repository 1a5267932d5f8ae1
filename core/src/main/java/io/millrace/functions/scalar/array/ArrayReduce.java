package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;
import java.util.List;

/** The result of an aggregate function over the elements. */
@Builtin("arrayReduce")
final class ArrayReduce implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayReduce(aggregate, array, ...)",
                        "The result of an aggregate function over the elements.")
                .example("SELECT arrayReduce('max', [1, 3, 2])", "3");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayReduce", arguments, 2, Integer.MAX_VALUE);
        String text = arguments.getFirst().requireConstantText("arrayReduce", "aggregate");
        List<DataType> elements = arguments.stream()
                .skip(1)
                .map(a -> Types.withoutLowCardinality(ArrayTypes.element("arrayReduce", a)))
                .toList();
        return new Bound(AggregateCall.parse(text).bind(elements, context));
    }

    /** Aggregates with the row as the group. */
    private record Bound(BoundAggregate aggregate) implements BoundScalar {
        @Override
        public DataType type() {
            return aggregate.type();
        }

        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn[] arrays =
                    ArrayTypes.aligned("arrayReduce", Arrays.copyOfRange(arguments, 1, arguments.length), rows);
            int[] groupOf = ArrayTypes.rowOfElement(arrays[0].offsets(), rows);
            GroupedState state = aggregate.newState();
            state.resize(rows);
            Column[] elements =
                    Arrays.stream(arrays).map(a -> a.elements().plain()).toArray(Column[]::new);
            state.add(groupOf, elements, groupOf.length);
            return state.result(0, rows);
        }
    }
}
