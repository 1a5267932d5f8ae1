package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of lower and upper: changes A to Z in a whole column at once. */
abstract class AsciiCase implements ScalarFunction {
    private final String name;
    private final byte first;

    /** {@code first} is the first letter of the 26 that change. */
    AsciiCase(String name, char first) {
        this.name = name;
        this.first = (byte) first;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!Types.isStringLike(type)) {
            throw Signature.illegalType(name, type);
        }
        return new Bound(type, first);
    }

    /** The change of case for a type. */
    private record Bound(DataType type, byte first) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return switch (Repeated.full(arguments[0])) {
                case StringColumn s -> {
                    int end = s.offsets()[rows];
                    yield new StringColumn(changed(s.bytes(), end), s.offsets(), rows);
                }
                case FixedColumn f -> new FixedColumn(changed(f.bytes(), rows * f.width()), f.width(), rows);
                default ->
                    throw DbException.bug(
                            "No text in a " + arguments[0].getClass().getSimpleName());
            };
        }

        private byte[] changed(byte[] bytes, int end) {
            byte[] result = new byte[end + StringColumn.PADDING];
            int low = first;
            for (int i = 0; i < end; i++) {
                int b = bytes[i];
                int within = (low - 1 - b) & (b - low - 26);
                result[i] = (byte) (b ^ (within >>> 31 << 5));
            }
            return result;
        }
    }
}
