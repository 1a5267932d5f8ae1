package io.millrace.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of an array literal of one dimension, {@code {a,"b c"}}, as texts; NULL elements are empty. */
final class ArrayLiteral {
    private ArrayLiteral() {}

    static List<Optional<String>> elements(String literal) {
        String text = literal.strip();
        List<Optional<String>> elements = new ArrayList<>();
        int end = text.length() - 1;
        if (text.length() < 2 || text.charAt(0) != '{' || text.charAt(end) != '}') {
            throw new PgError("22P02", "malformed array literal: \"" + literal + "\"");
        }
        int at = 1;
        while (at < end) {
            StringBuilder element = new StringBuilder();
            boolean quoted = text.charAt(at) == '"';
            if (quoted) {
                at++;
            }
            while (at < end && text.charAt(at) != (quoted ? '"' : ',')) {
                if (text.charAt(at) == '\\' && at + 1 < end) {
                    at++;
                }
                element.append(text.charAt(at++));
            }
            String word = quoted ? element.toString() : element.toString().strip();
            elements.add(!quoted && word.equalsIgnoreCase("null") ? Optional.empty() : Optional.of(word));
            at += quoted ? 2 : 1;
        }
        return elements;
    }
}
