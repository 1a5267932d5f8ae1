package io.millrace.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and texts in PostgreSQL's spelling. */
final class Text {
    private Text() {}

    /** The name, in double quotes unless it can stand without. */
    static String quoteIdent(String name) {
        boolean plain = !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
        }
        return plain && !Keywords.isReserved(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String quoteLiteral(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** {@code a."B c".d} in its parts; what is not quoted is folded to lower case when nothing of that case could be meant. */
    static List<String> identifiers(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                int end = at + 1;
                while (end < text.length() && !(text.charAt(end) == '"' && !text.startsWith("\"\"", end))) {
                    if (text.charAt(end) == '"') {
                        end++;
                    }
                    part.append(text.charAt(end++));
                }
                at = end + 1;
            } else if (c == '.') {
                parts.add(part.toString());
                part.setLength(0);
                at++;
            } else {
                part.append(c);
                at++;
            }
        }
        parts.add(part.toString());
        return parts;
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
