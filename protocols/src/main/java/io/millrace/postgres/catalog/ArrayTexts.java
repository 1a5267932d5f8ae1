package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Array literals of one dimension. */
final class ArrayTexts {
    private ArrayTexts() {}

    /** The elements of {@code {a,"b c"}}; NULL is the text NULL. */
    static List<String> elements(String literal) {
        String text = literal.strip();
        int end = text.length() - 1;
        if (text.length() < 2 || text.charAt(0) != '{' || text.charAt(end) != '}') {
            throw new DbException(
                    ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT, "malformed array literal: \"" + literal + "\"");
        }
        List<String> elements = new ArrayList<>();
        int at = 1;
        while (at < end) {
            StringBuilder element = new StringBuilder();
            boolean quoted = text.charAt(at) == '"';
            at += quoted ? 1 : 0;
            while (at < end && text.charAt(at) != (quoted ? '"' : ',')) {
                if (text.charAt(at) == '\\' && at + 1 < end) {
                    at++;
                }
                element.append(text.charAt(at++));
            }
            elements.add(quoted ? element.toString() : element.toString().strip());
            at += quoted ? 2 : 1;
        }
        return elements;
    }

    static String text(List<?> list, WireType element, Execution execution) {
        StringBuilder out = new StringBuilder("{");
        for (Object value : list) {
            out.append(out.length() > 1 ? "," : "");
            if (value == null) {
                out.append("NULL");
                continue;
            }
            String text = value instanceof Boolean b ? b ? "t" : "f" : Casts.text(value, element, execution);
            boolean quoted = !(value instanceof List<?>)
                    && (text.isEmpty()
                            || text.toUpperCase(Locale.ROOT).equals("NULL")
                            || text.chars().anyMatch(c -> c <= ' ' || "{},\"\\".indexOf(c) >= 0));
            out.append(quoted ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text);
        }
        return out.append('}').toString();
    }
}
