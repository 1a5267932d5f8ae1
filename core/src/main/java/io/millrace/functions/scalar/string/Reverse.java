package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The bytes of a string, or the elements of an array, in reverse order. */
@Builtin({"reverse", "REVERSE"})
final class Reverse implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String", "reverse(x)", "The bytes of a string, or the elements of an array, in reverse order.")
                .example("SELECT reverse('abc'), reverse(toFixedString('ab', 2)), reverse([1, 2])", "cba\tba\t[2,1]");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("reverse", arguments, 1);
        DataType type = arguments.getFirst().type();
        if (type instanceof ArrayType) {
            return context.functions().bindScalar("arrayReverse", arguments, context);
        }
        if (!Types.isStringLike(type)) {
            throw Signature.illegalType("reverse", type);
        }
        return new Bound(type);
    }

    /** Bytes reversed. */
    private record Bound(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column column = Repeated.full(arguments[0]);
            TextView text = TextView.of(column);
            int[] offsets = text.offsets();
            byte[] bytes = text.bytes();
            byte[] result = new byte[offsets[rows] + StringColumn.PADDING];
            for (int row = 0; row < rows; row++) {
                int last = offsets[row + 1] - 1;
                for (int i = offsets[row]; i <= last; i++) {
                    result[i] = bytes[last - (i - offsets[row])];
                }
            }
            return column instanceof FixedColumn fixed
                    ? new FixedColumn(result, fixed.width(), rows)
                    : new StringColumn(result, offsets, rows);
        }
    }
}
