package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bool as text: written as {@code true} and {@code false}, read from many words in any case. */
public final class BoolText {
    private BoolText() {}

    /** 1 or 0; anything else is CANNOT_PARSE_BOOL. */
    public static byte parse(byte[] bytes, int from, int to) {
        if (to - from == 1 && (bytes[from] == '0' || bytes[from] == '1')) {
            return (byte) (bytes[from] - '0');
        }
        String word = to - from > 8
                ? ""
                : new String(bytes, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "true", "t", "y", "yes", "on", "enable", "enabled", "1" -> 1;
            case "false", "f", "n", "no", "off", "disable", "disabled", "0" -> 0;
            default ->
                throw new DbException(
                        ErrorCode.CANNOT_PARSE_BOOL,
                        "Cannot parse boolean value here: '" + ParseErrors.shown(bytes, from, to)
                                + "', should be 'true' or 'false' controlled by setting bool_true_representation and"
                                + " bool_false_representation or one of True/False/T/F/Y/N/Yes/No/On/Off/Enable/Disable/Enabled/"
                                + "Disabled/1/0");
        };
    }
}
