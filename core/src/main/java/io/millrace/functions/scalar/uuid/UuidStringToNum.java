package io.millrace.functions.scalar.uuid;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The 16 bytes of a UUID's text. */
@Builtin("UUIDStringToNum")
final class UuidStringToNum implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("UUID", "UUIDStringToNum(s)", "The 16 bytes of a UUID's text.")
                .example(
                        "SELECT hex(UUIDStringToNum('612f3c40-5d3b-217e-707b-6a546a3d7b29'))",
                        "612F3C405D3B217E707B6A546A3D7B29");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("UUIDStringToNum", arguments, 1, 2);
        if (!Types.isStringLike(arguments.getFirst().type())) {
            throw Signature.illegalType("UUIDStringToNum", arguments.getFirst().type());
        }
        return new Bound();
    }

    /** Bytes from texts; zeros where the text is no UUID. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return new FixedStringType(16);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            byte[] result = new byte[rows * 16 + StringColumn.PADDING];
            for (int row = 0; row < rows; row++) {
                String digits = text.text(row).replace("-", "");
                if (text.length(row) == 36
                        && digits.length() == 32
                        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                    for (int i = 0; i < 16; i++) {
                        result[row * 16 + i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
                    }
                }
            }
            return new FixedColumn(result, 16, rows);
        }
    }
}
