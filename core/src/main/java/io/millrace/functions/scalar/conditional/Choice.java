package io.millrace.functions.scalar.conditional;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The value behind the first condition that is true: arguments are condition, value, condition, value, ..., value otherwise. NULL is not true.
 *
 * @param casts one per value, to the common type
 */
record Choice(DataType type, List<BoundScalar> casts) implements BoundScalar {
    private static final int MAX_VALUES = 256;

    static BoundScalar bind(String function, List<Argument> arguments, BindContext context) {
        List<DataType> types = new ArrayList<>();
        int last = arguments.size() - 1;
        for (int i = 0; i < last; i += 2) {
            checkCondition(function, i, arguments.get(i).type());
            types.add(arguments.get(i + 1).type());
        }
        types.add(arguments.get(last).type());
        if (types.size() > MAX_VALUES) {
            throw new DbException(
                    ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
                    "Function " + function + " takes at most " + MAX_VALUES + " values, " + types.size()
                            + " were given");
        }
        DataType type = common(types);
        return new Choice(
                type,
                types.stream()
                        .map(t -> Casts.bind(t, type, CastMode.CAST, context))
                        .toList());
    }

    private static void checkCondition(String function, int index, DataType given) {
        DataType type = Types.bare(given);
        if (!type.equals(Types.UINT8)
                && !(type instanceof DataType.BoolType)
                && !(type instanceof DataType.NothingType)) {
            String which =
                    function.equals("if") ? "first argument (condition)" : "argument " + (index + 1) + " (condition)";
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + given.name() + " of " + which + " of function " + function + ". Must be UInt8");
        }
    }

    static DataType common(List<DataType> types) {
        return Supertype.ofBranches(types);
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        int last = arguments.length - 1;
        byte[] choice = new byte[rows];
        Arrays.fill(choice, (byte) (casts.size() - 1));
        long[] open = Bitmaps.all(rows);
        long[] truth = new long[open.length];
        for (int i = 0; i < last; i += 2) {
            Conditions.truth(arguments[i], rows, truth);
            for (int word = 0; word < open.length; word++) {
                long bits = truth[word] & open[word];
                open[word] &= ~bits;
                mark(choice, word << 6, bits, (byte) (i / 2));
            }
        }
        Column[] values = new Column[casts.size()];
        for (int i = 0; i < values.length; i++) {
            Column value = arguments[Math.min(2 * i + 1, last)];
            values[i] = lookedUp(casts.get(i).evaluate(new Column[] {value}, rows, context));
        }
        return Branches.pick(values, choice, rows, type);
    }

    private static void mark(byte[] choice, int from, long selected, byte value) {
        long bits = selected;
        if (bits == -1L) {
            Arrays.fill(choice, from, from + 64, value);
            return;
        }
        while (bits != 0) {
            choice[from + Long.numberOfTrailingZeros(bits)] = value;
            bits &= bits - 1;
        }
    }

    private static Column lookedUp(Column column) {
        return column instanceof DictionaryColumn ? column.plain() : column;
    }

    @Override
    public boolean mayFail() {
        return casts.stream().anyMatch(BoundScalar::mayFail);
    }
}
