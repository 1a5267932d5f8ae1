package io.millrace.data.serde;

import io.millrace.base.hash.LittleEndian;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.text.IntegerText;

/**
 * Reads whole numbers of TabSeparated and JSON where they stand, eight digits at a time; whatever is not just a sign, digits and a delimiter goes the way of
 * all values.
 */
final class WholeReader extends TextReader {
    /** Bytes that can be looked at without asking for the end: a sign, the digits of three words, a delimiter. */
    private static final int AHEAD = 2 + 3 * Long.BYTES;

    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Added to a byte, it sets the highest bit of all that are more than nine. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final NumberParsers.Whole parser;
    private final ScalarReader any;
    private final boolean json;

    private WholeReader(NumberParsers.Whole parser, TextStyle style, TextOptions options) {
        this.parser = parser;
        this.any = new ScalarReader.Plain(parser, style, options);
        this.json = style == TextStyle.JSON;
    }

    static TextReader of(NumberParsers.Whole parser, TextStyle style, TextOptions options) {
        byte[] nothing = options.tsvNull();
        boolean numberIsNull = nothing.length > 0 && (nothing[0] == '-' || nothing[0] >= '0' && nothing[0] <= '9');
        return style == TextStyle.JSON || style == TextStyle.ESCAPED && !numberIsNull
                ? new WholeReader(parser, style, options)
                : new ScalarReader.Plain(parser, style, options);
    }

    @Override
    public void bind(ColumnBuilder builder) {
        any.bind(builder);
    }

    @Override
    public void append(byte[] bytes, int from, int to) {
        any.append(bytes, from, to);
    }

    @Override
    public void read(TextCursor in) {
        byte[] bytes = in.bytes;
        int at = in.at;
        if (in.limit - at < AHEAD) {
            any.read(in);
            return;
        }
        boolean negative = bytes[at] == '-' && parser.signed;
        at += negative ? 1 : 0;
        long value = 0;
        long word = LittleEndian.getLong(bytes, at);
        int first = digits(word);
        int count = first;
        for (int i = 0; i < 2 && count == Long.BYTES; i++) {
            value = value * 100_000_000L + IntegerText.eightDigits(word);
            at += Long.BYTES;
            word = LittleEndian.getLong(bytes, at);
            count = digits(word);
        }
        if (first == 0 || count == Long.BYTES || !isDelimiter(bytes[at + count])) {
            any.read(in);
            return;
        }
        if (count > 0) {
            value = value * POWERS[count] + IntegerText.eightDigits(word - ZEROS << (Long.BYTES - count) * Byte.SIZE);
        }
        in.at = at + count;
        parser.append(negative ? -value : value);
    }

    /** How many of eight bytes are digits in front of the first other one. */
    private static int digits(long word) {
        long values = word ^ ZEROS;
        long others = (values + ABOVE_NINE | values) & HIGHS;
        return others == 0 ? Long.BYTES : Long.numberOfTrailingZeros(others) >>> 3;
    }

    private boolean isDelimiter(byte b) {
        return json ? b == ',' || b == '}' || b == ']' : b == '\t' || b == '\n';
    }
}
