package io.millrace.expressions.evaluate;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import java.util.Arrays;

/** Values as conditions: not zero is true, NULL is not. */
public final class Conditions {
    private Conditions() {}

    /** Sets every word of {@code bitmap}: the rows whose value is neither zero nor NULL. */
    public static void truth(Column values, int rows, long[] bitmap) {
        switch (values) {
            case ConstColumn constant -> {
                long[] one = new long[1];
                truth(constant.value(), 1, one);
                Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
                if (one[0] != 0) {
                    Bitmaps.setAll(bitmap, rows);
                }
            }
            case NullableColumn nullable -> {
                truth(nullable.values(), rows, bitmap);
                Bitmaps.clearWhere(nullable.nulls(), rows, bitmap);
            }
            case DictionaryColumn dictionary -> truth(dictionary.plain(), rows, bitmap);
            case ByteColumn bytes -> Bitmaps.ofBytes(bytes.values(), rows, bitmap);
            case ShortColumn c -> byRow(rows, bitmap, i -> c.values()[i] != 0);
            case IntColumn c -> byRow(rows, bitmap, i -> c.values()[i] != 0);
            case LongColumn c -> byRow(rows, bitmap, i -> c.values()[i] != 0);
            case FloatColumn c -> byRow(rows, bitmap, i -> c.values()[i] != 0);
            case DoubleColumn c -> byRow(rows, bitmap, i -> c.values()[i] != 0);
            case WideColumn c -> byRow(rows, bitmap, i -> c.signed(i).signum() != 0);
            case StringColumn c -> throw noCondition(c);
            case FixedColumn c -> throw noCondition(c);
            case ArrayColumn c -> throw noCondition(c);
            case TupleColumn c -> throw noCondition(c);
            case LambdaColumn c -> throw noCondition(c);
        }
    }

    private static DbException noCondition(Column column) {
        return DbException.bug("A " + column.getClass().getSimpleName() + " is no condition");
    }

    private static void byRow(int rows, long[] bitmap, java.util.function.IntPredicate isTrue) {
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            if (isTrue.test(i)) {
                Bitmaps.set(bitmap, i);
            }
        }
    }
}
