package io.millrace.data.type;

import java.util.regex.Pattern;

/** Quoting inside the text of types, as ClickHouse prints it. */
final class TypeText {
    private static final Pattern BARE_IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private TypeText() {}

    /** A string literal: quoted, with backslash escapes. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case '\0' -> quoted.append("\\0");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }

    /** An identifier, back-quoted only when it must be. */
    static String identifier(String name) {
        return BARE_IDENTIFIER.matcher(name).matches()
                ? name
                : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
}
