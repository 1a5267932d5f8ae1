package io.millrace.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a golden file into statements, by the rules written down in {@code tests/oracle/statements.mjs}.
 *
 * <p>A statement ends at a semicolon outside of quotes, comments and heredocs. Data of {@code INSERT ... FORMAT X} other
 * than Values starts on the next line and ends at an empty line or one that holds only a semicolon. A comment
 * {@code -- { serverError NAME }} belongs to the statement it stands in or follows.
 */
final class SqlStatements {

    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int at;

    private SqlStatements(String text) {
        this.text = text;
    }

    /** A statement without its semicolon, the line it starts on, and the errors one of which it must raise, if any. */
    record SqlStatement(String text, int line, List<String> errors) {}

    static List<SqlStatement> split(String text) {
        SqlStatements splitter = new SqlStatements(text);
        splitter.run();
        return List.copyOf(splitter.statements);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            int commentEnd = commentEnd(at);
            if (Character.isWhitespace(c) || c == ';') {
                at++;
            } else if (commentEnd > at) {
                expectOfLast(errors(text.substring(at, commentEnd)));
                at = commentEnd;
            } else {
                statements.add(readStatement());
            }
        }
    }

    private void expectOfLast(List<String> errors) {
        if (!errors.isEmpty() && !statements.isEmpty()) {
            SqlStatement last = statements.removeLast();
            statements.add(new SqlStatement(last.text(), last.line(), errors));
        }
    }

    private SqlStatement readStatement() {
        int start = at;
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        List<String> errors = List.of();
        String first = "";
        boolean selects = false;
        boolean formatSeen = false;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            int commentEnd = commentEnd(i);
            if (c == ';') {
                at = i + 1;
                return new SqlStatement(text.substring(start, i), line, errors);
            } else if (c == '\'' || c == '"' || c == '`') {
                i = quotedEnd(i);
            } else if (commentEnd > i) {
                errors = errors.isEmpty() ? errors(text.substring(i, commentEnd)) : errors;
                i = commentEnd;
            } else if (c == '$') {
                i = Math.max(i + 1, heredocEnd(i));
            } else if (!isWord(c)) {
                i++;
            } else {
                int wordStart = i;
                i = wordEnd(i);
                String word = text.substring(wordStart, i).toUpperCase(Locale.ROOT);
                first = first.isEmpty() ? word : first;
                selects |= word.equals("SELECT") || word.equals("WITH");
                boolean dataFollows = first.equals("INSERT") && !selects && formatSeen && !word.equals("VALUES");
                if (dataFollows && restOfLineIsBlank(i)) {
                    int dataEnd = dataEnd(text.indexOf('\n', i) + 1);
                    return new SqlStatement(text.substring(start, dataEnd), line, errors);
                }
                formatSeen = word.equals("FORMAT");
            }
        }
        at = text.length();
        return new SqlStatement(text.substring(start), line, errors);
    }

    /** Where the data that starts at {@code from} ends; moves on to behind its end mark. */
    private int dataEnd(int from) {
        int line = from;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            String content = text.substring(line, end).strip();
            if (content.isEmpty() || content.equals(";")) {
                at = Math.min(end + 1, text.length());
                return line;
            }
            line = end + 1;
        }
        at = text.length();
        return text.length();
    }

    private boolean restOfLineIsBlank(int from) {
        int newline = text.indexOf('\n', from);
        return newline >= 0 && text.substring(from, newline).isBlank();
    }

    private int quotedEnd(int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return text.length();
    }

    private int commentEnd(int from) {
        if (text.startsWith("--", from)) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", from)) {
            int end = text.indexOf("*/", from + 2);
            return end < 0 ? text.length() : end + 2;
        }
        return from;
    }

    private int heredocEnd(int from) {
        int tagEnd = wordEnd(from + 1);
        if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
            return from;
        }
        String tag = text.substring(from, tagEnd + 1);
        int end = text.indexOf(tag, tagEnd + 1);
        return end < 0 ? from : end + tag.length();
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static List<String> errors(String comment) {
        int from = comment.indexOf("{ serverError ");
        int to = from < 0 ? -1 : comment.indexOf('}', from);
        if (to < 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name :
                comment.substring(from + "{ serverError ".length(), to).split(",", -1)) {
            names.add(name.strip());
        }
        return names;
    }
}
