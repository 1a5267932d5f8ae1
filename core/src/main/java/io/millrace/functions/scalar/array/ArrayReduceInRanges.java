package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.Arrays;
import java.util.List;

/** The results of an aggregate function over parts of an array given as (offset, length). */
@Builtin("arrayReduceInRanges")
final class ArrayReduceInRanges implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayReduceInRanges(aggregate, ranges, array, ...)",
                        "The results of an aggregate function over parts of an array given as (offset, length).")
                .example("SELECT arrayReduceInRanges('sum', [(1, 2), (2, 2)], [1, 2, 3])", "[3,5]");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayReduceInRanges", arguments, 3, Integer.MAX_VALUE);
        String text = arguments.getFirst().requireConstantText("arrayReduceInRanges", "aggregate");
        DataType range = ArrayTypes.element("arrayReduceInRanges", arguments.get(1));
        if (!(range instanceof TupleType tuple)
                || tuple.elements().size() != 2
                || !tuple.elements().stream().allMatch(e -> e instanceof IntegerType i && i.bits() <= 64)) {
            throw Signature.illegalType("arrayReduceInRanges", arguments.get(1).type());
        }
        List<DataType> elements = arguments.stream()
                .skip(2)
                .map(a -> Types.withoutLowCardinality(ArrayTypes.element("arrayReduceInRanges", a)))
                .toList();
        return new Bound(AggregateCall.parse(text).bind(elements, context), tuple);
    }

    /** Aggregates with the range as the group. */
    private record Bound(BoundAggregate aggregate, TupleType range) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.array(aggregate.type());
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn[] arrays =
                    ArrayTypes.aligned("arrayReduceInRanges", Arrays.copyOfRange(arguments, 2, arguments.length), rows);
            ArrayColumn ranges = ArrayTypes.aligned("arrayReduceInRanges", new Column[] {arguments[1]}, rows)[0];
            TupleColumn pairs = (TupleColumn) ranges.elements();
            NumberView starts =
                    NumberView.of(pairs.elements().get(0), range.elements().get(0));
            NumberView lengths =
                    NumberView.of(pairs.elements().get(1), range.elements().get(1));
            GroupedState state = aggregate.newState();
            state.resize(pairs.rows());
            Column[] elements =
                    Arrays.stream(arrays).map(a -> a.elements().plain()).toArray(Column[]::new);
            int[] offsets = arrays[0].offsets();
            for (int row = 0; row < rows; row++) {
                for (int i = ranges.offsets()[row]; i < ranges.offsets()[row + 1]; i++) {
                    long size = (long) offsets[row + 1] - offsets[row];
                    long start = starts.at(i) > 0 ? starts.at(i) - 1 : starts.at(i) < 0 ? size + starts.at(i) : 0;
                    long end = Math.max(0, Math.min(size, start + Math.max(0, lengths.at(i))));
                    start = Math.max(0, Math.min(start, end));
                    state.addRange(i, elements, offsets[row] + (int) start, offsets[row] + (int) end);
                }
            }
            return new ArrayColumn(ranges.offsets(), state.result(0, pairs.rows()), rows);
        }
    }
}
