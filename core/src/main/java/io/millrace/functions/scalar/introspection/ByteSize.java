package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import java.util.List;

/** The bytes that the values of a row take in memory, not compressed. */
@Builtin("byteSize")
final class ByteSize implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "byteSize(a, ...)",
                        "The bytes that the values of a row take in memory, not compressed.")
                .example("SELECT byteSize('abc'), byteSize([1, 2])", "11\t10");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return new Bound();
    }

    /** The sum over the arguments. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] result = new long[rows];
            for (Column argument : arguments) {
                Column column = Repeated.full(argument);
                for (int row = 0; row < rows; row++) {
                    result[row] += size(column, row);
                }
            }
            return new LongColumn(result, rows);
        }

        private static long size(Column column, int row) {
            return switch (column) {
                case ByteColumn c -> 1;
                case ShortColumn c -> 2;
                case IntColumn c -> 4;
                case FloatColumn c -> 4;
                case LongColumn c -> 8;
                case DoubleColumn c -> 8;
                case WideColumn c -> 8L * c.wordsPerValue();
                case FixedColumn c -> c.width();
                case StringColumn c -> c.length(row) + 8L;
                case NullableColumn c -> 1 + size(c.values(), row);
                case DictionaryColumn c -> size(c.dictionary(), c.codes()[row]);
                case ConstColumn c -> size(c.value(), 0);
                case TupleColumn c ->
                    c.elements().stream().mapToLong(e -> size(e, row)).sum();
                case ArrayColumn c -> {
                    long sum = 8;
                    for (int i = c.offsets()[row]; i < c.offsets()[row + 1]; i++) {
                        sum += size(c.elements(), i);
                    }
                    yield sum;
                }
                case LambdaColumn c -> 0;
            };
        }
    }
}
