package io.millrace.functions.scalar.logic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** What conditions have in common: their types, and which rows are true and which false. */
final class Truth {
    private Truth() {}

    /** Refuses what is no condition; Nullable is allowed. */
    static void check(String function, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            DataType type = Types.withoutNullable(arguments.get(i).type());
            boolean condition = type instanceof IntegerType
                    || type instanceof BoolType
                    || type instanceof FloatType
                    || type instanceof DataType.NothingType;
            if (!condition) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type (" + type.name() + ") of " + (i + 1) + " argument of function " + function);
            }
        }
    }

    /** Bool when all arguments are. */
    static DataType result(List<Argument> arguments) {
        boolean allBool = arguments.stream().allMatch(a -> Types.withoutNullable(a.type()) instanceof BoolType);
        boolean nullable = arguments.stream().anyMatch(a -> a.type().isNullable());
        DataType bare = allBool ? Types.BOOL : Types.UINT8;
        return nullable ? Types.nullable(bare) : bare;
    }

    static boolean mayBeNull(Column column) {
        return column instanceof NullableColumn || column instanceof ConstColumn constant && constant.isNull(0);
    }

    /** Rows that are true. */
    static void trueRows(Column column, int rows, long[] bitmap) {
        Conditions.truth(column, rows, bitmap);
    }

    /** Rows that are false, given those that are true: the others that are not NULL. */
    static void falseRows(Column column, long[] trueRows, int rows, long[] bitmap) {
        int words = Bitmaps.words(rows);
        if (column instanceof ConstColumn constant && constant.isNull(0)) {
            java.util.Arrays.fill(bitmap, 0, words, 0);
            return;
        }
        for (int word = 0; word < words; word++) {
            bitmap[word] = ~trueRows[word];
        }
        cut(bitmap, rows);
        if (column instanceof NullableColumn nullable) {
            Bitmaps.clearWhere(nullable.nulls(), rows, bitmap);
        }
    }

    static void cut(long[] bitmap, int rows) {
        if ((rows & 63) != 0) {
            bitmap[rows >>> 6] &= (1L << rows) - 1;
        }
    }
}
