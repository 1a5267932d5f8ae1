package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;

/** UUID as text: {@code 00112233-4455-6677-8899-aabbccddeeff}. */
public final class UuidText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private UuidText() {}

    /** @param high the word of the first eight bytes of the text */
    public static void write(long high, long low, ByteSink out) {
        int at = out.reserve(36);
        byte[] target = out.array();
        int from = at;
        for (int i = 0; i < 32; i++) {
            if (i == 8 || i == 12 || i == 16 || i == 20) {
                target[at++] = '-';
            }
            long word = i < 16 ? high : low;
            target[at++] = HEX[(int) (word >>> (60 - 4 * (i & 15))) & 15];
        }
        out.advanceTo(from + 36);
    }

    /** The word of the first half (half 0) or of the second (half 1); 32 or 36 characters, any case. */
    public static long parse(byte[] bytes, int from, int to, int half) {
        int length = to - from;
        boolean dashes = length == 36;
        if (length != 32 && !dashes) {
            throw new DbException(
                    ErrorCode.CANNOT_PARSE_UUID, "Cannot parse uuid " + ParseErrors.shown(bytes, from, to));
        }
        int at = from + (dashes ? half * 19 : half * 16);
        long word = 0;
        for (int i = 0; i < 16; i++) {
            if (dashes && (half == 0 ? i == 8 || i == 12 : i == 4)) {
                if (bytes[at++] != '-') {
                    throw badFormat();
                }
            }
            int digit = Character.digit(bytes[at++], 16);
            if (digit < 0) {
                throw badFormat();
            }
            word = word << 4 | digit;
        }
        if (dashes && bytes[from + 18] != '-') {
            throw badFormat();
        }
        return word;
    }

    private static DbException badFormat() {
        return new DbException(
                ErrorCode.CANNOT_PARSE_UUID,
                "Cannot parse UUID from String: invalid format, expected 32 hexadecimal digits");
    }
}
