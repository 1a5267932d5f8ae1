package io.millrace.base.text.regex;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** The wording of pattern errors, which is ClickHouse's around RE2's. */
final class RegexSyntaxError {
    private RegexSyntaxError() {}

    static DbException of(String pattern, String error) {
        return new DbException(
                ErrorCode.CANNOT_COMPILE_REGEXP,
                "OptimizedRegularExpression: cannot compile re2: " + pattern + ", error: " + error
                        + ". Look at https://github.com/google/re2/wiki/Syntax for reference. Please note that if you specify regex as an SQL string literal, "
                        + "the slashes have to be additionally escaped. For example, to match an opening brace, write '\\(' -- the first slash is for SQL and "
                        + "the second one is for regex");
    }
}
