package io.millrace.mergetree.stream;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;

/** Which values of a column are its type's default, all bits zero or no bytes: what sparse storage leaves out. Stateless. */
public final class DefaultValues {
    private DefaultValues() {}

    /** Whether columns of a type are ever written sparse. Enums are not, as zero need not be one of their values. */
    public static boolean mayBeSparse(DataType type) {
        if (type instanceof DataType.SimpleAggregateType
                || type instanceof DataType.AggregateStateType
                || type instanceof DataType.IntervalType
                || type instanceof DataType.NothingType
                || type instanceof DataType.EnumType) {
            return false;
        }
        return switch (type.layout()) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, WIDE, FIXED, STRING -> true;
            case NULLABLE, DICTIONARY, ARRAY, TUPLE -> false;
        };
    }

    /** Number of defaults among rows {@code from} to {@code to} (exclusive). */
    public static int count(Column column, int from, int to) {
        return switch (column) {
            case ByteColumn c -> zeros(c.values(), from, to);
            case ShortColumn c -> zeros(c.values(), from, to);
            case IntColumn c -> zeros(c.values(), from, to);
            case LongColumn c -> zeros(c.values(), from, to);
            case StringColumn c -> empty(c.offsets(), from, to);
            default -> to - from - others(column, from, to, new int[to - from]);
        };
    }

    // counting alone takes a fraction of listing rows; with a signed shift the compiler turns the loops over wide
    // numbers into vectors

    private static int zeros(byte[] values, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to; i++) {
            zeros += (values[i] & 0xFF) - 1 >>> 31;
        }
        return zeros;
    }

    private static int zeros(short[] values, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to; i++) {
            zeros += (values[i] & 0xFFFF) - 1 >>> 31;
        }
        return zeros;
    }

    private static int zeros(int[] values, int from, int to) {
        int others = 0;
        for (int i = from; i < to; i++) {
            others += (-values[i] | values[i]) >> 31;
        }
        return to - from + others;
    }

    private static int zeros(long[] values, int from, int to) {
        long others = 0;
        for (int i = from; i < to; i++) {
            others += (-values[i] | values[i]) >> 63;
        }
        return (int) (to - from + others);
    }

    private static int empty(int[] offsets, int from, int to) {
        int others = 0;
        for (int i = from; i < to; i++) {
            others += offsets[i] - offsets[i + 1] >> 31;
        }
        return to - from + others;
    }

    /** Puts the rows that are no defaults into {@code rows}, which has room for all, and returns how many they are. */
    static int others(Column column, int from, int to, int[] rows) {
        return switch (column) {
            case ByteColumn c -> bytes(c.values(), from, to, rows);
            case ShortColumn c -> shorts(c.values(), from, to, rows);
            case IntColumn c -> ints(c.values(), from, to, rows);
            case LongColumn c -> longs(c.values(), from, to, rows);
            case StringColumn c -> lengths(c.offsets(), from, to, rows);
            case FloatColumn c -> floats(c.values(), from, to, rows);
            case DoubleColumn c -> doubles(c.values(), from, to, rows);
            case WideColumn c -> words(c.words(), c.wordsPerValue(), from, to, rows);
            case FixedColumn c -> fixed(c.bytes(), c.width(), from, to, rows);
            default -> all(from, to, rows);
        };
    }

    private static int all(int from, int to, int[] rows) {
        for (int i = from; i < to; i++) {
            rows[i - from] = i;
        }
        return to - from;
    }

    private static int bytes(byte[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += -values[i] >>> 31 | values[i] >>> 31;
        }
        return found;
    }

    private static int shorts(short[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += -values[i] >>> 31 | values[i] >>> 31;
        }
        return found;
    }

    private static int ints(int[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += (-values[i] | values[i]) >>> 31;
        }
        return found;
    }

    private static int longs(long[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += (int) ((-values[i] | values[i]) >>> 63);
        }
        return found;
    }

    private static int lengths(int[] offsets, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += offsets[i] - offsets[i + 1] >>> 31;
        }
        return found;
    }

    private static int floats(float[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += Float.floatToRawIntBits(values[i]) == 0 ? 0 : 1;
        }
        return found;
    }

    private static int doubles(double[] values, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            rows[found] = i;
            found += Double.doubleToRawLongBits(values[i]) == 0 ? 0 : 1;
        }
        return found;
    }

    private static int words(long[] words, int width, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            long any = 0;
            for (int w = 0; w < width; w++) {
                any |= words[i * width + w];
            }
            rows[found] = i;
            found += any == 0 ? 0 : 1;
        }
        return found;
    }

    private static int fixed(byte[] bytes, int width, int from, int to, int[] rows) {
        int found = 0;
        for (int i = from; i < to; i++) {
            int any = 0;
            for (int b = 0; b < width; b++) {
                any |= bytes[i * width + b];
            }
            rows[found] = i;
            found += any == 0 ? 0 : 1;
        }
        return found;
    }
}
