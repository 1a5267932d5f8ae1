package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A position in a text and the token read last: the bytes of one value, unescaped, without quotes.
 *
 * <p>A token that is not wholly before {@link #limit} ends in ATTEMPT_TO_READ_AFTER_EOF; a reader with more input then takes the row back, gets more bytes and
 * tries again. Not thread-safe. Fields are public for hot loops.
 */
public final class TextCursor {
    /** What kind of token was read. */
    public enum Kind {
        /** Without quotes. */
        BARE,
        /** In quotes (always text). */
        QUOTED,
        /** The style's NULL. */
        NULL
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    public byte[] bytes = {};
    public int at;
    public int limit;

    public byte[] token = {};
    public int from;
    public int to;
    public Kind kind = Kind.BARE;
    /** Set when a reader put a default where the text had no value. */
    public boolean defaulted;

    /** Whether a carriage return in front of a line end is no part of a TabSeparated field. */
    public boolean carriageReturns;
    /** A byte that ends words without quotes beside those that always do; 0 for none. */
    public byte stop;
    /** Set when the text ended inside of a value: more of it may help. */
    public boolean starved;

    /** Unescaped tokens. */
    final ByteSink scratch = new ByteSink();

    /** Moves to another text. */
    public TextCursor over(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        at = newFrom;
        limit = newTo;
        starved = false;
        return this;
    }

    /** The error that asks for more input. */
    public DbException incomplete() {
        starved = true;
        return new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }

    /** The byte at the position; an error at the end. */
    public byte peek() {
        if (at >= limit) {
            throw incomplete();
        }
        return bytes[at];
    }

    public void skipSpace() {
        while (at < limit && isSpace(bytes[at])) {
            at++;
        }
    }

    public void expect(char c) {
        if (peek() != c) {
            throw expected(c);
        }
        at++;
    }

    /** ClickHouse's error for something else than {@code c} at the position. */
    public DbException expected(char c) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                "Cannot parse input: expected '" + shown(c) + "' before: '" + rest() + "'");
    }

    /** What follows, for errors. */
    public String rest() {
        String text = new String(bytes, at, Math.min(100, limit - at), StandardCharsets.UTF_8);
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(shown((char) c)));
        return escaped.toString();
    }

    private static String shown(char c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\0' -> "\\0";
            case '\\' -> "\\\\";
            case '\'' -> "\\'";
            default -> Character.toString(c);
        };
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    static long zeroBytes(long word) {
        return word - ONES & ~word & HIGHS;
    }

    /** Reads the next value of a style; the position is then behind it (and behind its quotes), in front of the delimiter. */
    public void next(TextStyle style, TextOptions options) {
        switch (style) {
            case ESCAPED -> nextEscaped(options);
            case CSV -> CsvTokens.next(this, options);
            case QUOTED -> nextQuoted();
            case JSON -> JsonTokens.next(this);
            case RAW -> nextRaw(options);
            case XML -> throw new DbException(ErrorCode.NOT_IMPLEMENTED, "XML cannot be read");
        }
    }

    /** Up to a tab or a line end, nothing unescaped. */
    private void nextRaw(TextOptions options) {
        int end = at;
        while (end < limit && bytes[end] != '\t' && bytes[end] != '\n') {
            end++;
        }
        if (end == limit) {
            throw incomplete();
        }
        byte[] nullText = options.tsvNull();
        bare(end);
        if (to - from == nullText.length && Arrays.equals(bytes, from, to, nullText, 0, nullText.length)) {
            kind = Kind.NULL;
        }
    }

    /** Takes the bytes up to {@code end} as they are. */
    void bare(int end) {
        token = bytes;
        from = at;
        to = end;
        kind = Kind.BARE;
        at = end;
    }

    private void nextEscaped(TextOptions options) {
        byte[] b = bytes;
        int end = at;
        int last = Math.min(limit, b.length) - 8;
        while (end <= last) {
            long word = (long) LONG.get(b, end);
            long hits = zeroBytes(word ^ 0x0909090909090909L)
                    | zeroBytes(word ^ 0x0A0A0A0A0A0A0A0AL)
                    | zeroBytes(word ^ 0x5C5C5C5C5C5C5C5CL);
            if (hits != 0) {
                end += Long.numberOfTrailingZeros(hits) >>> 3;
                break;
            }
            end += 8;
        }
        while (end < limit && b[end] != '\t' && b[end] != '\n' && b[end] != '\\') {
            end++;
        }
        if (end >= limit) {
            throw incomplete();
        }
        if (b[end] != '\\') {
            bare(end);
            if (carriageReturns && to > from && b[end] == '\n' && b[to - 1] == '\r') {
                to--;
            }
            return;
        }
        unescapeField(end, options);
    }

    private void unescapeField(int firstEscape, TextOptions options) {
        int start = at;
        scratch.clear();
        scratch.put(bytes, start, firstEscape - start);
        int i = firstEscape;
        while (true) {
            if (i >= limit) {
                throw incomplete();
            }
            byte b = bytes[i];
            if (b == '\t' || b == '\n') {
                break;
            }
            if (b == '\\') {
                i = escape(i);
            } else {
                scratch.putByte(b);
                i++;
            }
        }
        byte[] nullText = options.tsvNull();
        if (carriageReturns && bytes[i] == '\n' && bytes[i - 1] == '\r') {
            scratch.advanceTo(scratch.size() - 1);
        }
        boolean isNull = Arrays.equals(bytes, start, i, nullText, 0, nullText.length);
        scratched(isNull ? Kind.NULL : Kind.BARE, i);
    }

    /** Takes what has been unescaped from the bytes up to {@code end}. */
    void scratched(Kind newKind, int end) {
        token = scratch.array();
        from = 0;
        to = scratch.size();
        kind = newKind;
        at = end;
    }

    /** Decodes the escape whose backslash is at {@code i} into the scratch; returns the position behind it. */
    int escape(int i) {
        if (i + 1 >= limit) {
            throw incomplete();
        }
        byte letter = bytes[i + 1];
        switch (letter) {
            case 'n' -> scratch.putByte('\n');
            case 't' -> scratch.putByte('\t');
            case 'r' -> scratch.putByte('\r');
            case 'b' -> scratch.putByte('\b');
            case 'f' -> scratch.putByte('\f');
            case 'a' -> scratch.putByte(7);
            case 'v' -> scratch.putByte(11);
            case 'e' -> scratch.putByte(27);
            case '0' -> scratch.putByte(0);
            case 'N' -> {}
            case 'x' -> {
                if (i + 3 >= limit) {
                    throw incomplete();
                }
                int high = Character.digit(bytes[i + 2], 16);
                int low = Character.digit(bytes[i + 3], 16);
                if (high < 0 || low < 0) {
                    throw new DbException(ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE, "Cannot parse escape sequence \\x");
                }
                scratch.putByte(high << 4 | low);
                return i + 4;
            }
            case '\\', '\'', '"', '`', '/', '=' -> scratch.putByte(letter);
            default -> {
                // What no escape has is kept, backslash and all, but for a control character that was escaped as it is.
                if (letter < 0 || letter >= ' ') {
                    scratch.putByte('\\');
                }
                scratch.putByte(letter);
            }
        }
        return i + 2;
    }

    /** In TabSeparated: the field as it stands, for containers whose strings have their own escapes. */
    public void nextEscapedContainer() {
        int end = at;
        while (end < limit && bytes[end] != '\t' && bytes[end] != '\n') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        if (end >= limit) {
            throw incomplete();
        }
        bare(end);
    }

    private void nextQuoted() {
        skipSpace();
        if (peek() == '\'') {
            sqlQuoted();
            return;
        }
        int end = at;
        while (end < limit && !endsLiteral(bytes[end]) && (bytes[end] != stop || stop == 0)) {
            end++;
        }
        if (end >= limit) {
            throw incomplete();
        }
        bare(end);
        if (to - from == 4 && (word(from) | 0x20202020) == 0x6C6C756E) {
            kind = Kind.NULL;
        }
    }

    /** Four bytes at a position, least significant first. */
    private int word(int position) {
        return bytes[position] & 0xFF
                | (bytes[position + 1] & 0xFF) << 8
                | (bytes[position + 2] & 0xFF) << 16
                | bytes[position + 3] << 24;
    }

    private static boolean endsLiteral(byte b) {
        return b == ',' || b == ')' || b == ']' || b == '}' || b == ':' || b == ';' || isSpace(b);
    }

    private void sqlQuoted() {
        int start = at + 1;
        int end = start;
        boolean copied = false;
        while (true) {
            while (end < limit && bytes[end] != '\'' && bytes[end] != '\\') {
                end++;
            }
            if (end + 1 >= limit) {
                throw incomplete();
            }
            boolean doubled = bytes[end] == '\'' && bytes[end + 1] == '\'';
            if (bytes[end] == '\'' && !doubled) {
                break;
            }
            if (!copied) {
                scratch.clear();
                copied = true;
            }
            scratch.put(bytes, start, end - start);
            if (doubled) {
                scratch.putByte('\'');
                end += 2;
            } else {
                end = escape(end);
            }
            start = end;
        }
        if (copied) {
            scratch.put(bytes, start, end - start);
            scratched(Kind.QUOTED, end + 1);
        } else {
            token = bytes;
            from = start;
            to = end;
            kind = Kind.QUOTED;
            at = end + 1;
        }
    }
}
