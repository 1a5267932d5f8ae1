package io.millrace.sql.parse;

/** Where the data inside an INSERT begins and, for clients that send several statements, where it ends. */
final class InlineData {
    private InlineData() {}

    /** Skips blanks behind the format's name, at most one line break, as ClickHouse does. */
    static int begin(byte[] text, int from, int end) {
        int at = from;
        while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f' || text[at] == '\r')) {
            at++;
        }
        int behindSemicolon = at < end && text[at] == ';' ? at + 1 : at;
        while (behindSemicolon < end && (text[behindSemicolon] == ' ' || text[behindSemicolon] == '\r')) {
            behindSemicolon++;
        }
        if (behindSemicolon > at && (behindSemicolon == end || text[behindSemicolon] == '\n')) {
            at = behindSemicolon;
        }
        return at < end && text[at] == '\n' ? at + 1 : at;
    }

    /** The end of VALUES data: the first semicolon outside quotes, or the end of the text. */
    static int valuesEnd(byte[] text, int from, int end) {
        boolean quoted = false;
        for (int at = from; at < end; at++) {
            byte c = text[at];
            if (quoted && c == '\\') {
                at++;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return at;
            }
        }
        return end;
    }

    /** The end of other formats' data: an empty line, or the end of the text. */
    static int formatEnd(byte[] text, int from, int end) {
        for (int at = from; at + 1 < end; at++) {
            if (text[at] == '\n'
                    && (text[at + 1] == '\n' || text[at + 1] == '\r' && at + 2 < end && text[at + 2] == '\n')) {
                return at + 1;
            }
        }
        return end;
    }
}
