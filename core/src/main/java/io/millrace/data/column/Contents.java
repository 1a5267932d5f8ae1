package io.millrace.data.column;

import java.util.Arrays;

/** Whether two columns hold the same values: for constants in expressions, not for hot loops. NULL equals NULL, NaN equals NaN. */
public final class Contents {
    private Contents() {}

    /** Whether both hold the same values in the same layout. */
    public static boolean equal(Column a, Column b) {
        if (a == b) {
            return true;
        }
        if (a.rows() != b.rows()) {
            return false;
        }
        int rows = a.rows();
        return switch (a) {
            case ByteColumn x when b instanceof ByteColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case ShortColumn x
            when b instanceof ShortColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case IntColumn x when b instanceof IntColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case LongColumn x when b instanceof LongColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case FloatColumn x
            when b instanceof FloatColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case DoubleColumn x
            when b instanceof DoubleColumn y -> Arrays.equals(x.values(), 0, rows, y.values(), 0, rows);
            case WideColumn x
            when b instanceof WideColumn y ->
                x.wordsPerValue() == y.wordsPerValue()
                        && Arrays.equals(
                                x.words(), 0, rows * x.wordsPerValue(), y.words(), 0, rows * x.wordsPerValue());
            case FixedColumn x
            when b instanceof FixedColumn y ->
                x.width() == y.width() && Arrays.equals(x.bytes(), 0, rows * x.width(), y.bytes(), 0, rows * x.width());
            case StringColumn x when b instanceof StringColumn y -> equalStrings(x, y);
            case NullableColumn x when b instanceof NullableColumn y -> equalNullables(x, y);
            case ArrayColumn x when b instanceof ArrayColumn y -> equalArrays(x, y);
            case TupleColumn x when b instanceof TupleColumn y -> equalTuples(x, y);
            case ConstColumn x when b instanceof ConstColumn y -> equal(x.value(), y.value());
            case DictionaryColumn x when b instanceof DictionaryColumn y -> equal(x.plain(), y.plain());
            default -> false;
        };
    }

    /** A hash of the first row; columns that are {@link #equal} have the same. */
    public static int hash(Column column) {
        if (column.rows() == 0) {
            return 0;
        }
        return switch (column) {
            case ByteColumn c -> c.values()[0];
            case ShortColumn c -> c.values()[0];
            case IntColumn c -> c.values()[0];
            case LongColumn c -> Long.hashCode(c.values()[0]);
            case FloatColumn c -> Float.hashCode(c.values()[0]);
            case DoubleColumn c -> Double.hashCode(c.values()[0]);
            case StringColumn c -> ValueKey.of(c, 0).hashCode();
            case FixedColumn c -> ValueKey.of(c, 0).hashCode();
            case NullableColumn c -> c.isNull(0) ? 1 : hash(c.values());
            case ArrayColumn c -> c.length(0);
            case TupleColumn c -> c.elements().stream().mapToInt(Contents::hash).reduce(1, (a, b) -> 31 * a + b);
            case ConstColumn c -> hash(c.value());
            case WideColumn c -> Long.hashCode(c.words()[0]);
            case DictionaryColumn c -> 2;
            case LambdaColumn c -> 3;
        };
    }

    private static boolean equalStrings(StringColumn x, StringColumn y) {
        for (int i = 0; i < x.rows(); i++) {
            if (!Arrays.equals(
                    x.bytes(), x.offsets()[i], x.offsets()[i + 1], y.bytes(), y.offsets()[i], y.offsets()[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalNullables(NullableColumn x, NullableColumn y) {
        for (int i = 0; i < x.rows(); i++) {
            boolean same = x.isNull(i) == y.isNull(i)
                    && (x.isNull(i)
                            || equal(x.values().slice(i, i + 1), y.values().slice(i, i + 1)));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalArrays(ArrayColumn x, ArrayColumn y) {
        for (int i = 0; i < x.rows(); i++) {
            if (x.length(i) != y.length(i)) {
                return false;
            }
        }
        int[] ofX = x.offsets();
        int[] ofY = y.offsets();
        return equal(x.elements().slice(ofX[0], ofX[x.rows()]), y.elements().slice(ofY[0], ofY[y.rows()]));
    }

    private static boolean equalTuples(TupleColumn x, TupleColumn y) {
        if (x.elements().size() != y.elements().size()) {
            return false;
        }
        for (int i = 0; i < x.elements().size(); i++) {
            if (!equal(x.elements().get(i), y.elements().get(i))) {
                return false;
            }
        }
        return true;
    }
}
