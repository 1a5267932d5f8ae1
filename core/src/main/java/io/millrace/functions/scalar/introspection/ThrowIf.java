package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Throws if x is not zero, else gives 0. */
@Builtin("throwIf")
final class ThrowIf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "throwIf(x[, message[, code]])", "Throws if x is not zero, else gives 0.")
                .example("SELECT throwIf(number = 3, 'too many') FROM numbers(2)", "0\n0");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().notFoldable();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("throwIf", arguments, 1, 3);
        DataType type = Types.withoutNullable(arguments.getFirst().type());
        if (!Types.isNumber(type) && !type.equals(Types.NOTHING)) {
            throw Signature.illegalType("throwIf", arguments.getFirst().type());
        }
        String message = "Value passed to 'throwIf' function is non-zero";
        if (arguments.size() > 1) {
            message = arguments.get(1).requireConstantText("throwIf", "message");
        }
        return new Bound(message);
    }

    /** The test. */
    private record Bound(String message) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] bitmap = new long[Bitmaps.words(rows)];
            Conditions.truth(arguments[0], rows, bitmap);
            if (Bitmaps.count(bitmap, rows) > 0) {
                throw new DbException(ErrorCode.FUNCTION_THROW_IF_VALUE_IS_NON_ZERO, message);
            }
            return new ByteColumn(new byte[rows], rows);
        }
    }
}
