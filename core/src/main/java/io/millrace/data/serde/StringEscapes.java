package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;

/** Strings written in each style; runs without special bytes are copied at once. */
public final class StringEscapes {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    /** The letter behind the backslash in TabSeparated and SQL literals, 0 for bytes that stand for themselves. */
    private static final byte[] ESCAPED = table();

    private StringEscapes() {}

    /** TabSeparated: {@code \t \n \r \b \f \0 \\ \'}. */
    public static void escaped(byte[] bytes, int from, int to, ByteSink out) {
        escape(bytes, from, to, out);
    }

    /** An SQL literal with its quotes. */
    public static void quoted(byte[] bytes, int from, int to, ByteSink out) {
        out.putByte('\'');
        escape(bytes, from, to, out);
        out.putByte('\'');
    }

    private static void escape(byte[] bytes, int from, int to, ByteSink out) {
        int at = out.reserve((to - from) * 2);
        byte[] target = out.array();
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            byte letter = b < 0 ? 0 : ESCAPED[b];
            if (letter != 0) {
                target[at++] = '\\';
                target[at++] = letter;
            } else {
                target[at++] = b;
            }
        }
        out.advanceTo(at);
    }

    /** A CSV field with its quotes; quotes inside are doubled. */
    public static void csv(byte[] bytes, int from, int to, ByteSink out) {
        int at = out.reserve((to - from) * 2 + 2);
        byte[] target = out.array();
        target[at++] = '"';
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"') {
                target[at++] = '"';
            }
            target[at++] = b;
        }
        target[at++] = '"';
        out.advanceTo(at);
    }

    /** A JSON string with its quotes. */
    public static void json(byte[] bytes, int from, int to, TextOptions options, ByteSink out) {
        out.putByte('"');
        int start = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            boolean special = b < 0x20
                    ? b >= 0 || (b & 0xFF) == 0xE2 || options.jsonValidateUtf8()
                    : b == '"' || b == '\\' || b == '/' && options.jsonEscapeSlashes();
            if (!special) {
                continue;
            }
            if (b >= 0) {
                out.put(bytes, start, i - start);
                control(b, out);
                start = i + 1;
                continue;
            }
            int length = Utf8.sequenceLength(bytes, i, to);
            boolean separator = length == 3
                    && (b & 0xFF) == 0xE2
                    && bytes[i + 1] == (byte) 0x80
                    && (bytes[i + 2] == (byte) 0xA8 || bytes[i + 2] == (byte) 0xA9);
            if (separator) {
                out.put(bytes, start, i - start);
                out.putText(bytes[i + 2] == (byte) 0xA8 ? "\\u2028" : "\\u2029");
                start = i + 3;
                i += 2;
            } else if (length == 0 && options.jsonValidateUtf8()) {
                out.put(bytes, start, i - start);
                out.putText("\uFFFD");
                start = i + 1;
            } else {
                i += Math.max(0, length - 1);
            }
        }
        out.put(bytes, start, to - start);
        out.putByte('"');
    }

    /** Text between XML tags: {@code <} and {@code &} escaped, broken UTF-8 replaced if the options want it. */
    public static void xml(byte[] bytes, int from, int to, TextOptions options, ByteSink out) {
        int start = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '<' || b == '&') {
                out.put(bytes, start, i - start);
                out.putText(b == '<' ? "&lt;" : "&amp;");
                start = i + 1;
            } else if (b < 0 && options.jsonValidateUtf8()) {
                int length = Utf8.sequenceLength(bytes, i, to);
                if (length == 0) {
                    out.put(bytes, start, i - start);
                    out.putText("\uFFFD");
                    start = i + 1;
                } else {
                    i += length - 1;
                }
            }
        }
        out.put(bytes, start, to - start);
    }

    private static void control(byte b, ByteSink out) {
        out.putByte('\\');
        switch (b) {
            case '\b' -> out.putByte('b');
            case '\f' -> out.putByte('f');
            case '\n' -> out.putByte('n');
            case '\r' -> out.putByte('r');
            case '\t' -> out.putByte('t');
            case '"', '\\', '/' -> out.putByte(b);
            default -> {
                out.putText("u00");
                out.putByte(HEX[b >> 4]);
                out.putByte(HEX[b & 15]);
            }
        }
    }

    private static byte[] table() {
        byte[] table = new byte[128];
        table['\t'] = 't';
        table['\n'] = 'n';
        table['\r'] = 'r';
        table['\b'] = 'b';
        table['\f'] = 'f';
        table[0] = '0';
        table['\\'] = '\\';
        table['\''] = '\'';
        return table;
    }
}
