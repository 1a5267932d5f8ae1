package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;

/** The tokens of JSON at a cursor's position. Stateless. */
public final class JsonTokens {
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    /** {@code null}, least significant byte first. */
    private static final int NULL = 0x6C6C756E;

    private JsonTokens() {}

    /** Any value, as token; arrays and objects with their brackets. */
    static void next(TextCursor in) {
        in.skipSpace();
        byte first = in.peek();
        if (first == '"') {
            string(in);
            return;
        }
        if (first == '{' || first == '[') {
            int start = in.at;
            skip(in);
            int end = in.at;
            in.at = start;
            in.bare(end);
            return;
        }
        int end = in.at;
        while (end < in.limit && !endsWord(in.bytes[end]) && (in.bytes[end] != in.stop || in.stop == 0)) {
            end++;
        }
        if (end >= in.limit) {
            throw in.incomplete();
        }
        in.bare(end);
        if (in.to - in.from == 4 && LittleEndian.getInt(in.bytes, in.from) == NULL) {
            in.kind = TextCursor.Kind.NULL;
        }
    }

    private static boolean endsWord(byte b) {
        return b == ',' || b == '}' || b == ']' || b == ':' || TextCursor.isSpace(b);
    }

    /** A string, as token. */
    public static void string(TextCursor in) {
        byte[] b = in.bytes;
        int start = in.at + 1;
        int end = special(b, start, in.limit);
        if (end >= in.limit) {
            throw in.incomplete();
        }
        if (b[end] == '"') {
            in.token = b;
            in.from = start;
            in.to = end;
            in.kind = TextCursor.Kind.QUOTED;
            in.at = end + 1;
            return;
        }
        in.scratch.clear();
        while (b[end] != '"') {
            in.scratch.put(b, start, end - start);
            start = escape(in, end);
            end = special(b, start, in.limit);
            if (end >= in.limit) {
                throw in.incomplete();
            }
        }
        in.scratch.put(b, start, end - start);
        in.scratched(TextCursor.Kind.QUOTED, end + 1);
    }

    /** Where the next quote or backslash is, or {@code limit}. */
    private static int special(byte[] bytes, int from, int limit) {
        int at = from;
        int last = limit - Long.BYTES;
        while (at <= last) {
            long word = LittleEndian.getLong(bytes, at);
            long hits = TextCursor.zeroBytes(word ^ QUOTES) | TextCursor.zeroBytes(word ^ BACKSLASHES);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < limit && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private static int escape(TextCursor in, int i) {
        byte[] bytes = in.bytes;
        if (i + 1 < in.limit && bytes[i + 1] == 'u') {
            int unit = hexUnit(in, i + 2);
            int next = i + 6;
            if (Character.isHighSurrogate((char) unit)
                    && next + 1 < in.limit
                    && bytes[next] == '\\'
                    && bytes[next + 1] == 'u') {
                int second = hexUnit(in, next + 2);
                if (Character.isLowSurrogate((char) second)) {
                    unit = Character.toCodePoint((char) unit, (char) second);
                    next += 6;
                }
            }
            in.scratch.putText(Character.toString(unit));
            return next;
        }
        return in.escape(i);
    }

    private static int hexUnit(TextCursor in, int position) {
        if (position + 4 > in.limit) {
            throw in.incomplete();
        }
        int unit = 0;
        for (int i = position; i < position + 4; i++) {
            int digit = Character.digit(in.bytes[i], 16);
            if (digit < 0) {
                throw new DbException(
                        ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
                        "Cannot parse escape sequence: invalid \\u in a JSON string");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Moves behind one value of any kind. */
    public static void skip(TextCursor in) {
        int depth = 0;
        do {
            in.skipSpace();
            byte b = in.peek();
            switch (b) {
                case '{', '[' -> {
                    depth++;
                    in.at++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        throw in.expected('"');
                    }
                    depth--;
                    in.at++;
                }
                case '"' -> skipString(in);
                case ',', ':' -> {
                    if (depth == 0) {
                        throw in.expected('"');
                    }
                    in.at++;
                }
                default -> skipWord(in);
            }
        } while (depth > 0);
    }

    private static void skipWord(TextCursor in) {
        while (in.at < in.limit && !endsWord(in.bytes[in.at])) {
            in.at++;
        }
        if (in.at >= in.limit) {
            throw in.incomplete();
        }
    }

    private static void skipString(TextCursor in) {
        int at = special(in.bytes, in.at + 1, in.limit);
        while (at < in.limit && in.bytes[at] != '"') {
            at = special(in.bytes, at + 2, in.limit);
        }
        if (at >= in.limit) {
            throw in.incomplete();
        }
        in.at = at + 1;
    }
}
