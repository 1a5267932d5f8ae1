package io.millrace.data.serde;

import java.util.Arrays;

/** The fields of CSV at a cursor's position. Stateless. */
final class CsvTokens {
    private CsvTokens() {}

    /** A field, with or without quotes; the position is then in front of the delimiter. */
    static void next(TextCursor in, TextOptions options) {
        byte[] bytes = in.bytes;
        byte delimiter = options.csvDelimiter();
        boolean blanks = !options.reading().csvBlankDelimiter();
        int begin = in.at;
        while (blanks && in.at < in.limit && isBlank(bytes[in.at]) && bytes[in.at] != delimiter) {
            in.at++;
        }
        byte first = in.peek();
        if (first == '"' && options.reading().csvDoubleQuotes() || first == '\'' && options.csvSingleQuotes()) {
            quoted(in, first);
            while (blanks && in.at < in.limit && isBlank(bytes[in.at]) && bytes[in.at] != delimiter) {
                in.at++;
            }
            return;
        }
        if (!options.reading().csvTrim()) {
            in.at = begin;
        }
        int end = in.at;
        while (end < in.limit && bytes[end] != delimiter && bytes[end] != '\n' && !isReturn(in, end, options)) {
            end++;
        }
        if (end >= in.limit) {
            throw in.incomplete();
        }
        int start = in.at;
        in.bare(end);
        while (blanks && options.reading().csvTrim() && in.to > start && isBlank(bytes[in.to - 1])) {
            in.to--;
        }
        byte[] nullText = options.csvNull();
        if (in.to - in.from == nullText.length && Arrays.equals(bytes, in.from, in.to, nullText, 0, nullText.length)) {
            in.kind = TextCursor.Kind.NULL;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** A CR ends a CSV field in front of LF only, unless the settings say more. */
    private static boolean isReturn(TextCursor in, int position, TextOptions options) {
        return in.bytes[position] == '\r'
                && (options.reading().csvLoneReturns() || position + 1 >= in.limit || in.bytes[position + 1] == '\n');
    }

    private static void quoted(TextCursor in, byte quote) {
        byte[] bytes = in.bytes;
        int start = in.at + 1;
        int end = start;
        boolean copied = false;
        while (true) {
            while (end < in.limit && bytes[end] != quote) {
                end++;
            }
            if (end + 1 >= in.limit) {
                throw in.incomplete();
            }
            if (bytes[end + 1] != quote) {
                break;
            }
            if (!copied) {
                in.scratch.clear();
                copied = true;
            }
            in.scratch.put(bytes, start, end + 1 - start);
            end += 2;
            start = end;
        }
        if (copied) {
            in.scratch.put(bytes, start, end - start);
            in.scratched(TextCursor.Kind.QUOTED, end + 1);
        } else {
            in.token = bytes;
            in.from = start;
            in.to = end;
            in.kind = TextCursor.Kind.QUOTED;
            in.at = end + 1;
        }
    }
}
