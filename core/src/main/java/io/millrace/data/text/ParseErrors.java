package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;

/** The errors of parsing values, in ClickHouse's words. */
final class ParseErrors {
    private static final int SHOWN = 100;

    private ParseErrors() {}

    /** The bytes that did not parse, cut when long. */
    static String shown(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + SHOWN);
        return new String(bytes, from, end - from, StandardCharsets.UTF_8) + (end < to ? "..." : "");
    }

    /** Something stands behind (or instead of) the value: CANNOT_PARSE_TEXT. */
    static DbException syntax(String type, byte[] bytes, int from, int to, int at) {
        String where = at == from
                ? "syntax error at begin of string"
                : "syntax error at position " + (at - from) + " (parsed just '" + shown(bytes, from, at) + "')";
        return new DbException(
                ErrorCode.CANNOT_PARSE_TEXT,
                "Cannot parse string '" + shown(bytes, from, to) + "' as " + type + ": " + where);
    }

    static DbException tooShort() {
        return new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }
}
