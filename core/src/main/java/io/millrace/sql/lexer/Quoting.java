package io.millrace.sql.lexer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The text of identifiers and strings as the lexer reads them back; ClickHouse's spelling. */
public final class Quoting {
    /** The words ClickHouse quotes, and those that begin something else than a name in front of another word. */
    private static final Set<String> NEVER_BARE = Set.of(
            "all",
            "as",
            "case",
            "distinct",
            "false",
            "from",
            "inf",
            "interval",
            "nan",
            "not",
            "null",
            "select",
            "table",
            "true",
            "with");

    private Quoting() {}

    /** The name as it is, or in back quotes when it could not be read back otherwise. */
    public static String identifier(String name) {
        return isBare(name) ? name : backQuoted(name);
    }

    /** Appends the name as {@link #identifier} spells it. */
    public static void identifier(StringBuilder out, String name) {
        if (isBare(name)) {
            out.append(name);
        } else {
            out.append(backQuoted(name));
        }
    }

    /** The name in back quotes, whatever it is. */
    public static String backQuoted(String name) {
        StringBuilder out = new StringBuilder(name.length() + 2);
        out.append('`');
        escape(out, name, '`');
        return out.append('`').toString();
    }

    /** The bytes as a string literal; bytes that are no UTF-8 are written as {@code \xHH}. */
    public static void string(StringBuilder out, byte[] bytes) {
        out.append('\'');
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            escape(out, text, '\'');
        } else {
            escapeBroken(out, bytes);
        }
        out.append('\'');
    }

    private static void escapeBroken(StringBuilder out, byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                out.append("\\x").append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            } else {
                escape(out, String.valueOf((char) b), '\'');
            }
        }
    }

    private static void escape(StringBuilder out, String text, char quote) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> out.append("\\0");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
    }

    /** Whether the name can stand without quotes wherever a name can stand. */
    public static boolean isBare(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!word) {
                return false;
            }
        }
        return name.length() > 9 || !NEVER_BARE.contains(name.toLowerCase(Locale.ROOT));
    }
}
