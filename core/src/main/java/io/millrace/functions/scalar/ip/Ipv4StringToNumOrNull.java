package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The number of an IPv4 address, NULL if the text is none. */
@Builtin("IPv4StringToNumOrNull")
final class Ipv4StringToNumOrNull implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "IP address",
                        "IPv4StringToNumOrNull(s)",
                        "The number of an IPv4 address, NULL if the text is none.")
                .example("SELECT IPv4StringToNumOrNull('x')", "\\N");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature("IPv4StringToNumOrNull", "s").check(arguments);
        return new Bound();
    }

    /** Numbers or NULL. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.nullable(Types.UINT32);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            byte[] nulls = new byte[rows];
            int[] values = new int[rows];
            for (int row = 0; row < rows; row++) {
                long address = AddressText.v4(text, row);
                nulls[row] = (byte) (address < 0 ? 1 : 0);
                values[row] = (int) Math.max(0, address);
            }
            return new NullableColumn(nulls, new IntColumn(values, rows));
        }
    }
}
