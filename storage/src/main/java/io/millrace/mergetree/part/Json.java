package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A reader of the small JSON files of parts: objects become maps, arrays lists, strings String, numbers Long, truth values Boolean. Not thread-safe.
 */
final class Json {
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.skipSpace();
        if (json.at != text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    /** A text as a JSON string. */
    static String quote(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> result.append('\\').append(c);
                default -> {
                    if (c < ' ') {
                        result.append(String.format("\\u%04x", (int) c));
                    } else {
                        result.append(c);
                    }
                }
            }
        }
        return result.append('"').toString();
    }

    /** What {@link #parse} gives, as text again. */
    static String print(Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(e -> quote(String.valueOf(e.getKey())) + ":" + print(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> array -> array.stream().map(Json::print).collect(Collectors.joining(",", "[", "]"));
            case String text -> quote(text);
            default -> value.toString();
        };
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw unexpected();
        }
        skipSpace();
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        at++;
        skipSpace();
        while (peek() != '}') {
            String key = string();
            expect(':');
            result.put(key, value(depth + 1));
            comma('}');
        }
        at++;
        return result;
    }

    private List<Object> array(int depth) {
        List<Object> result = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != ']') {
            result.add(value(depth + 1));
            comma(']');
        }
        at++;
        return result;
    }

    private void comma(char end) {
        skipSpace();
        if (peek() == ',') {
            at++;
            skipSpace();
        } else if (peek() != end) {
            throw unexpected();
        }
    }

    private String string() {
        skipSpace();
        if (peek() != '"') {
            throw unexpected();
        }
        StringBuilder result = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = peek();
            at++;
            if (c != '\\') {
                result.append(c);
                continue;
            }
            switch (peek()) {
                case 'n' -> result.append('\n');
                case 't' -> result.append('\t');
                case 'r' -> result.append('\r');
                case 'b' -> result.append('\b');
                case 'f' -> result.append('\f');
                case 'u' -> {
                    if (at + 5 > text.length()) {
                        throw unexpected();
                    }
                    result.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> result.append(peek());
            }
            at++;
        }
        at++;
        return result.toString();
    }

    private Boolean word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        try {
            return Long.parseLong(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw unexpected();
        }
    }

    private void expect(char c) {
        skipSpace();
        if (peek() != c) {
            throw unexpected();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private DbException unexpected() {
        return new DbException(ErrorCode.CORRUPTED_DATA, "Malformed JSON in a part, at character " + at);
    }
}
