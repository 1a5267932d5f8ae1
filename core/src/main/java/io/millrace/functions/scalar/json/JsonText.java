package io.millrace.functions.scalar.json;

import io.millrace.base.io.ByteSink;

/** Strings as JSON. */
final class JsonText {
    private static final String HEX = "0123456789ABCDEF";

    private JsonText() {}

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
