package io.millrace.postgres;

import java.util.ArrayList;
import java.util.List;

/** Reads array literals, {@code {a,"b c",NULL}} and {@code {{1,2},{3,4}}}; bounds in front of them are left out. */
final class ArrayLiteral {
    private final String literal;
    private final String text;
    private int at;

    private ArrayLiteral(String literal) {
        this.literal = literal;
        String stripped = literal.strip();
        int bounds = stripped.startsWith("[") ? stripped.indexOf('=') + 1 : 0;
        this.text = stripped.substring(bounds).strip();
    }

    /** What an array consists of. Immutable. */
    sealed interface Element {}

    record Null() implements Element {}

    record Text(String text) implements Element {}

    record Elements(List<Element> elements) implements Element {}

    /** Whether a text is meant to be an array. */
    static boolean looksLikeOne(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{") && stripped.endsWith("}");
    }

    static Elements parse(String literal) {
        ArrayLiteral parser = new ArrayLiteral(literal);
        Elements elements = parser.elements();
        if (parser.at != parser.text.length()) {
            throw parser.malformed();
        }
        return elements;
    }

    private PgError malformed() {
        return new PgError("22P02", "malformed array literal: \"" + literal + "\"");
    }

    private char next() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Elements elements() {
        if (next() != '{') {
            throw malformed();
        }
        at++;
        List<Element> elements = new ArrayList<>();
        skipBlanks();
        if (next() == '}') {
            at++;
            return new Elements(elements);
        }
        while (true) {
            skipBlanks();
            elements.add(
                    switch (next()) {
                        case '{' -> elements();
                        case '"' -> quoted();
                        default -> bare();
                    });
            skipBlanks();
            char separator = next();
            at++;
            if (separator == '}') {
                return new Elements(elements);
            }
            if (separator != ',') {
                throw malformed();
            }
        }
    }

    private Text quoted() {
        at++;
        StringBuilder word = new StringBuilder();
        while (next() != '"') {
            if (next() == '\\') {
                at++;
            }
            word.append(next());
            at++;
        }
        at++;
        return new Text(word.toString());
    }

    private Element bare() {
        StringBuilder word = new StringBuilder();
        while (next() != ',' && next() != '}') {
            if (next() == '{' || next() == '"') {
                throw malformed();
            }
            if (next() == '\\') {
                at++;
            }
            word.append(next());
            at++;
        }
        String value = word.toString().strip();
        if (value.isEmpty()) {
            throw malformed();
        }
        return value.equalsIgnoreCase("null") ? new Null() : new Text(value);
    }
}
