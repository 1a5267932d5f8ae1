package io.millrace.pipeline.operator.sort;

import io.millrace.base.hash.LittleEndian;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The first 64 bits of a row's sorting key as an unsigned number in the order of the rows: what sorting looks at before it compares values. Immutable.
 *
 * <p>Exact when the whole key fits; otherwise rows with equal prefixes have to be compared.
 */
final class SortPrefix {
    /** Brings the lowest bits of eight bytes together in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private final List<Part> parts = new ArrayList<>();
    private final boolean exact;

    /**
     * One key's share.
     *
     * @param bits of the value; for wide values the leading ones
     * @param nullBit 1 if a NULL has the higher flag, 0 if the lower, -1 if there is no flag
     */
    private record Part(
            int key,
            DataType type,
            boolean signed,
            int bits,
            int shift,
            int nullBit,
            boolean nanLast,
            boolean descending) {}

    SortPrefix(List<DataType> types, List<SortKey> keys) {
        int free = 64;
        boolean complete = true;
        for (int k = 0; k < keys.size() && complete; k++) {
            DataType bare = Types.bare(types.get(k));
            boolean nullable = Types.withoutSimpleAggregate(Types.withoutLowCardinality(types.get(k)))
                    .isNullable();
            int width = widthOf(bare);
            int flag = nullable ? 1 : 0;
            if (width == 0 || free < 8 + flag) {
                complete = false;
                continue;
            }
            int bits = Math.min(width, free - flag);
            complete = width <= bits && bare.layout() != Layout.STRING && bare.layout() != Layout.FIXED;
            SortKey key = keys.get(k);
            boolean greater = key.descending() == key.nullsFirst();
            free -= bits + flag;
            parts.add(new Part(
                    k,
                    bare,
                    ValueOrder.isSigned(bare),
                    bits,
                    free,
                    nullable ? (greater ? 1 : 0) : -1,
                    greater,
                    key.descending()));
        }
        exact = complete;
    }

    /** Bits of a value that can be compared as a number; 0 if there are none. */
    private static int widthOf(DataType type) {
        return switch (type.layout()) {
                    case BYTE -> 8;
                    case SHORT -> 16;
                    case INT, FLOAT -> 32;
                    case LONG, DOUBLE, STRING, FIXED, WIDE -> 64;
                    case NULLABLE, DICTIONARY, ARRAY, TUPLE -> 0;
                }
                + (type.layout() == Layout.WIDE ? 64 : 0);
    }

    /** Whether rows with equal prefixes are equal. */
    boolean isExact() {
        return exact;
    }

    /** The prefixes of all rows; keys in their own layouts, without constants. */
    long[] of(Column[] keys, int rows) {
        long[] result = new long[rows];
        for (Part part : parts) {
            add(part, keys[part.key()].plain(), rows, result);
        }
        return result;
    }

    /**
     * Marks the rows whose prefix is at most {@code last}, without making the prefixes, where the prefix is one number of 32 bits.
     *
     * @return false if it is not, and nothing is marked
     */
    boolean upTo(long last, Column[] keys, int rows, long[] bitmap) {
        Part part = parts.getFirst();
        if (parts.size() != 1
                || part.nullBit() >= 0
                || part.shift() != 32
                || !(keys[part.key()].plain() instanceof IntColumn ints)) {
            return false;
        }
        int flip = (part.signed() ? Integer.MIN_VALUE : 0) ^ (part.descending() ? -1 : 0);
        byte[] marks = new byte[(rows + 63) & ~63];
        mark(ints.values(), flip, (last >>> 32) + 1, rows, marks);
        for (int word = 0; word < marks.length >>> 6; word++) {
            long bits = 0;
            for (int j = 0; j < 8; j++) {
                bits |= (LittleEndian.getLong(marks, (word << 6) + 8 * j) * GATHER >>> 56) << 8 * j;
            }
            bitmap[word] = bits;
        }
        return true;
    }

    /** A loop of its own, without branches, so that the compiler takes several rows at a time. */
    private static void mark(int[] values, int flip, long limit, int rows, byte[] marks) {
        for (int i = 0; i < rows; i++) {
            marks[i] = (byte) (((values[i] ^ flip) & 0xFFFF_FFFFL) - limit >>> 63);
        }
    }

    private void add(Part part, Column column, int rows, long[] result) {
        // the first key needs no array of its own: nothing is in the result yet
        boolean first = part == parts.getFirst() && part.nullBit() < 0;
        long[] values = first ? result : new long[rows];
        Column bare = column instanceof NullableColumn nullable ? nullable.values() : column;
        leading(part, bare, rows, values);
        int drop = 64 - part.bits();
        if (part.nullBit() < 0) {
            long flip = part.descending() ? -1L >>> drop : 0;
            if (first) {
                for (int i = 0; i < rows; i++) {
                    result[i] = ((result[i] >>> drop) ^ flip) << part.shift();
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                result[i] |= ((values[i] >>> drop) ^ flip) << part.shift();
            }
            return;
        }
        byte[] nulls = column instanceof NullableColumn nullable ? nullable.nulls() : new byte[rows];
        long flip = part.descending() ? -1L >>> (drop - 1) : 0;
        long ofNull = (long) part.nullBit() << part.bits();
        long ofValue = (1L - part.nullBit()) << part.bits();
        for (int i = 0; i < rows; i++) {
            long value = nulls[i] != 0 ? ofNull : ofValue | values[i] >>> drop;
            result[i] |= (value ^ flip) << part.shift();
        }
    }

    /** The values as unsigned numbers in ascending order, left-aligned in 64 bits. */
    private static void leading(Part part, Column column, int rows, long[] values) {
        long sign = part.signed() ? Long.MIN_VALUE : 0;
        switch (column) {
            case ByteColumn c -> {
                byte[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = (long) v[i] << 56 ^ sign;
                }
            }
            case ShortColumn c -> {
                short[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = (long) v[i] << 48 ^ sign;
                }
            }
            case IntColumn c -> {
                int[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = (long) v[i] << 32 ^ sign;
                }
            }
            case LongColumn c -> {
                long[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = v[i] ^ sign;
                }
            }
            case FloatColumn c -> {
                float[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = (long) ordered(v[i], part.nanLast()) << 32;
                }
            }
            case DoubleColumn c -> {
                double[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = ordered(v[i], part.nanLast());
                }
            }
            case WideColumn c -> {
                int words = c.wordsPerValue();
                long[] v = c.words();
                for (int i = 0; i < rows; i++) {
                    values[i] = v[i * words + words - 1] ^ sign;
                }
            }
            case StringColumn c -> {
                byte[] bytes = c.bytes();
                int[] offsets = c.offsets();
                for (int i = 0; i < rows; i++) {
                    values[i] = bigEndian(bytes, offsets[i], offsets[i + 1]);
                }
            }
            case FixedColumn c -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bigEndian(c.bytes(), i * c.width(), (i + 1) * c.width());
                }
            }
            default -> throw new IllegalArgumentException(column.getClass().getName());
        }
    }

    private static long ordered(double value, boolean nanLast) {
        if (Double.isNaN(value)) {
            return nanLast ? -1L : 0;
        }
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static int ordered(float value, boolean nanLast) {
        if (Float.isNaN(value)) {
            return nanLast ? -1 : 0;
        }
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }

    private static long bigEndian(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        if (from + 8 <= bytes.length) {
            long word = (long) Words.BIG_ENDIAN.get(bytes, from);
            return length >= 8 ? word : word & -1L << (64 - 8 * length);
        }
        long word = 0;
        for (int i = 0; i < Math.min(8, length); i++) {
            word |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        }
        return word;
    }
}
