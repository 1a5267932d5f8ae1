package io.millrace.functions.scalar.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.text.FloatText;
import io.millrace.functions.scalar.string.CodePoints;

/** Values of documents as texts, and texts as JSON strings. */
final class JsonText {
    private static final String HEX = "0123456789ABCDEF";

    private JsonText() {}

    /** Appends the inside of a valid JSON string, escapes replaced. */
    static void unescape(byte[] bytes, int from, int end, ByteSink out) {
        int i = from;
        while (i < end) {
            byte b = bytes[i++];
            if (b != '\\') {
                out.putByte(b);
                continue;
            }
            byte escape = bytes[i++];
            switch (escape) {
                case 'b' -> out.putByte('\b');
                case 'f' -> out.putByte('\f');
                case 'n' -> out.putByte('\n');
                case 'r' -> out.putByte('\r');
                case 't' -> out.putByte('\t');
                case 'u' -> {
                    int point = hex(bytes, i);
                    i += 4;
                    boolean another = i + 6 <= end && bytes[i] == '\\' && bytes[i + 1] == 'u';
                    if (another && Character.isSurrogatePair((char) point, (char) hex(bytes, i + 2))) {
                        point = Character.toCodePoint((char) point, (char) hex(bytes, i + 2));
                        i += 6;
                    }
                    CodePoints.append(point, out);
                }
                default -> out.putByte(escape);
            }
        }
    }

    private static int hex(byte[] bytes, int from) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 4 | Character.digit(bytes[from + i], 16);
        }
        return value;
    }

    /** Appends a node as compact JSON. */
    static void write(JsonDocument document, int node, ByteSink out) {
        switch (document.kind(node)) {
            case NULL, BOOL ->
                out.put(document.bytes(), document.begin(node), document.end(node) - document.begin(node));
            case NUMBER -> {
                if (document.isInteger(node)) {
                    out.put(document.bytes(), document.begin(node), document.end(node) - document.begin(node));
                } else {
                    new FloatText().write(document.number(node), out);
                }
            }
            case STRING -> {
                ByteSink text = new ByteSink();
                document.appendText(node, text);
                quote(text.array(), 0, text.size(), out);
            }
            case ARRAY -> {
                out.putByte('[');
                for (int child = node + 1; child < document.next(node); child = document.next(child)) {
                    if (child > node + 1) {
                        out.putByte(',');
                    }
                    write(document, child, out);
                }
                out.putByte(']');
            }
            case OBJECT -> {
                out.putByte('{');
                for (int name = node + 1; name < document.next(node); name = document.next(document.next(name))) {
                    if (name > node + 1) {
                        out.putByte(',');
                    }
                    write(document, name, out);
                    out.putByte(':');
                    write(document, document.next(name), out);
                }
                out.putByte('}');
            }
        }
    }

    static void quote(byte[] bytes, int from, int to, ByteSink out) {
        out.putByte('"');
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            switch (b) {
                case '"' -> out.putText("\\\"");
                case '\\' -> out.putText("\\\\");
                case '\b' -> out.putText("\\b");
                case '\f' -> out.putText("\\f");
                case '\n' -> out.putText("\\n");
                case '\r' -> out.putText("\\r");
                case '\t' -> out.putText("\\t");
                default -> {
                    if (b >= 0 && b < ' ') {
                        out.putText("\\u00");
                        out.putByte(HEX.charAt(b >> 4));
                        out.putByte(HEX.charAt(b & 0xF));
                    } else {
                        out.putByte(b);
                    }
                }
            }
        }
        out.putByte('"');
    }
}
