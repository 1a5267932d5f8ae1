package io.millrace.functions.scalar.json;

import io.millrace.base.text.search.Substring;
import io.millrace.functions.scalar.row.TextView;
import java.nio.charset.StandardCharsets;

/**
 * The value behind {@code "name":} in a text that is JSON without white space and unusual escapes: found, not
 * parsed.
 */
final class SimpleJson {
    private SimpleJson() {}

    /** Where the value begins, or -1. */
    static int find(TextView text, TextView name, int row) {
        byte[] key = ("\"" + name.text(row) + "\":").getBytes(StandardCharsets.UTF_8);
        int hit = Substring.of(key).indexOf(text.bytes(), text.from(row), text.to(row));
        return hit < 0 ? -1 : hit + key.length;
    }

    /**
     * The end of the value that begins at {@code at}: behind its closing quote or bracket, or before a comma or
     * bracket.
     */
    static int end(byte[] bytes, int at, int to) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < to; i++) {
            byte b = bytes[i];
            if (quoted) {
                i += b == '\\' ? 1 : 0;
                quoted = b != '"';
                continue;
            }
            switch (b) {
                case '"' -> quoted = true;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        return i;
                    }
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return to;
    }

    /** The text of a number at {@code at}, quotes before it skipped. */
    static String number(byte[] bytes, int at, int to, boolean floating) {
        int from = at < to && bytes[at] == '"' ? at + 1 : at;
        int end = from;
        while (end < to
                && (bytes[end] == '-'
                        || bytes[end] >= '0' && bytes[end] <= '9'
                        || floating && (bytes[end] == '.' || (bytes[end] | 0x20) == 'e' || bytes[end] == '+'))) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }
}
