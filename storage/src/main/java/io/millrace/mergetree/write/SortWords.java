package io.millrace.mergetree.write;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import java.util.Optional;

/**
 * Key values as unsigned 64-bit words that sort as the values do: all of a number, the first eight bytes of a string.
 *
 * @param exact whether equal words mean equal values
 */
public record SortWords(long[] words, boolean exact) {
    private static final int PREFIX = 8;

    /** The words of a plain column, if its layout has them. */
    public static Optional<SortWords> of(DataType type, Column column) {
        int rows = column.rows();
        long[] words = new long[rows];
        long flip = ValueOrder.isSigned(type) ? Long.MIN_VALUE : 0;
        switch (column) {
            case ByteColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = (flip == 0 ? c.values()[i] & 0xFFL : c.values()[i]) ^ flip;
                }
            }
            case ShortColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = (flip == 0 ? c.values()[i] & 0xFFFFL : c.values()[i]) ^ flip;
                }
            }
            case IntColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = (flip == 0 ? c.values()[i] & 0xFFFF_FFFFL : c.values()[i]) ^ flip;
                }
            }
            case LongColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = c.values()[i] ^ flip;
                }
            }
            case FloatColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = floating(c.values()[i]);
                }
            }
            case DoubleColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = floating(c.values()[i]);
                }
            }
            case StringColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = prefix(c.bytes(), c.offsets()[i], c.offsets()[i + 1]);
                }
                return Optional.of(new SortWords(words, false));
            }
            case FixedColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = prefix(c.bytes(), i * c.width(), (i + 1) * c.width());
                }
                return Optional.of(new SortWords(words, c.width() <= PREFIX));
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(new SortWords(words, true));
    }

    private static long floating(double value) {
        double plain = value == 0 ? 0 : value;
        long bits = Double.doubleToLongBits(plain);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static long prefix(byte[] bytes, int from, int to) {
        long word = 0;
        int end = Math.min(to, from + PREFIX);
        for (int i = from; i < end; i++) {
            word |= (bytes[i] & 0xFFL) << 56 - 8 * (i - from);
        }
        return word;
    }
}
