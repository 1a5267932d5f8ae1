package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.UuidType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;
import java.util.List;

/** Base of empty and notEmpty. */
abstract class Emptiness implements ScalarFunction {
    private final String name;
    private final boolean wanted;

    Emptiness(String name, boolean wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        boolean fits = Types.isStringLike(type)
                || type instanceof ArrayType
                || type instanceof MapType
                || type instanceof UuidType
                || type instanceof Ipv4Type
                || type instanceof Ipv6Type;
        if (!fits) {
            throw Signature.illegalType(name, type);
        }
        return new Test(wanted);
    }

    /** Whether rows are empty, as wanted or not. */
    private record Test(boolean wanted) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            switch (Repeated.full(arguments[0])) {
                case StringColumn s -> byOffsets(s.offsets(), rows, bitmap);
                case ArrayColumn a -> byOffsets(a.offsets(), rows, bitmap);
                case FixedColumn f -> {
                    for (int i = 0; i < rows; i++) {
                        set(zero(f.bytes(), i * f.width(), f.width()), i, bitmap);
                    }
                }
                case WideColumn w -> {
                    for (int i = 0; i < rows; i++) {
                        set((w.words()[2 * i] | w.words()[2 * i + 1]) == 0, i, bitmap);
                    }
                }
                case IntColumn n -> {
                    for (int i = 0; i < rows; i++) {
                        set(n.values()[i] == 0, i, bitmap);
                    }
                }
                default ->
                    throw DbException.bug(
                            "No length of a " + arguments[0].getClass().getSimpleName());
            }
        }

        private void byOffsets(int[] offsets, int rows, long[] bitmap) {
            for (int i = 0; i < rows; i++) {
                set(offsets[i] == offsets[i + 1], i, bitmap);
            }
        }

        private void set(boolean empty, int row, long[] bitmap) {
            bitmap[row >> 6] |= (empty == wanted ? 1L : 0L) << row;
        }

        private static boolean zero(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (bytes[i] != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
