package io.millrace.functions.scalar.ip;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The 16 bytes of an IPv6 address. */
@Builtin({"IPv6StringToNum", "INET6_ATON"})
final class Ipv6StringToNum implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "IPv6StringToNum(s)", "The 16 bytes of an IPv6 address.")
                .example("SELECT hex(IPv6StringToNum('::1'))", "00000000000000000000000000000001");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature("IPv6StringToNum", "s").check(arguments);
        return new Bound();
    }

    /** Bytes of addresses. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return new FixedStringType(16);
        }

        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            byte[] result = new byte[rows * 16 + StringColumn.PADDING];
            for (int row = 0; row < rows; row++) {
                if (!AddressText.v6(text, row, result, row * 16)) {
                    throw new DbException(ErrorCode.CANNOT_PARSE_IPV6, "Invalid IPv6 value");
                }
            }
            return new FixedColumn(result, 16, rows);
        }
    }
}
