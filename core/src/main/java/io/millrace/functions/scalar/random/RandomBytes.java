package io.millrace.functions.scalar.random;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import io.millrace.functions.scalar.row.TextColumns;
import java.util.List;
import java.util.SplittableRandom;

/** Base of randomString and randomPrintableASCII. */
abstract class RandomBytes implements ScalarFunction {
    private final String name;
    private final boolean printable;

    RandomBytes(String name, boolean printable) {
        this.name = name;
        this.printable = printable;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        if (!(arguments.getFirst().type() instanceof IntegerType)) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        return new Bound(name, printable, arguments.getFirst().type(), RandomSource.of(context));
    }

    /** Strings of given lengths. */
    private record Bound(String name, boolean printable, DataType from, RandomSource source) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            NumberView lengths = NumberView.of(arguments[0], from);
            SplittableRandom random = source.next(context);
            TextColumns out = new TextColumns(rows, rows * 16L, context);
            for (int row = 0; row < rows; row++) {
                long length = lengths.at(row);
                if (length < 0 || length > 1 << 24) {
                    throw new DbException(
                            ErrorCode.TOO_LARGE_STRING_SIZE,
                            "Too large string size " + length + " in function " + name);
                }
                TextColumns.checkRoom(out.sink(), length);
                for (long i = 0; i < length; i++) {
                    out.sink().putByte(printable ? 32 + random.nextInt(95) : random.nextInt());
                }
                out.endRow();
            }
            return out.build();
        }
    }
}
