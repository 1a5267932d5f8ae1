package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.List;

/** A string of the bytes with these numbers. */
@Builtin({"char", "CHAR"})
final class Char implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "char(n1, n2, ...)", "A string of the bytes with these numbers.")
                .example("SELECT char(72, 105)", "Hi");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("char", arguments, 1, Integer.MAX_VALUE);
        for (Argument argument : arguments) {
            if (!(argument.type() instanceof IntegerType) && !(argument.type() instanceof FloatType)) {
                throw Signature.illegalType("char", argument.type());
            }
        }
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        return new Bound(types);
    }

    /** Bytes from numbers. */
    private record Bound(List<DataType> types) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int width = arguments.length;
            byte[] bytes = new byte[rows * width + StringColumn.PADDING];
            int[] offsets = new int[rows + 1];
            for (int i = 0; i < width; i++) {
                NumberView numbers = NumberView.of(arguments[i], types.get(i));
                for (int row = 0; row < rows; row++) {
                    bytes[row * width + i] = (byte) numbers.at(row);
                }
            }
            for (int row = 0; row < rows; row++) {
                offsets[row + 1] = (row + 1) * width;
            }
            return new StringColumn(bytes, offsets, rows);
        }
    }
}
