package io.millrace.formats.template;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with placeholders: {@code a ${name:Rule} b}. There is one delimiter more than placeholders. Immutable.
 *
 * @param delimiters the texts in front of, between and behind the placeholders
 */
record TemplateText(List<byte[]> delimiters, List<Placeholder> placeholders) {
    /** What stands in {@code ${...}}; the rule as it is written, {@code None} counting as none. */
    record Placeholder(String name, Optional<String> rule) {}

    static TemplateText parse(String text) {
        List<byte[]> delimiters = new ArrayList<>();
        List<Placeholder> placeholders = new ArrayList<>();
        StringBuilder delimiter = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '$') {
                delimiter.append(c);
                continue;
            }
            char next = at < text.length() ? text.charAt(at++) : 0;
            if (next == '$') {
                delimiter.append('$');
                continue;
            }
            if (next != '{') {
                int position = next == 0 ? at : at - 1;
                throw invalid(
                        "At pos " + position + ": Expected '{' or '$' after '$', got \"" + text.substring(position)
                                + "\"",
                        placeholders.size());
            }
            delimiters.add(delimiter.toString().getBytes(StandardCharsets.UTF_8));
            delimiter.setLength(0);
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw invalid("Unbalanced parentheses", placeholders.size() + 1);
            }
            placeholders.add(placeholder(text.substring(at, end)));
            at = end + 1;
        }
        delimiters.add(delimiter.toString().getBytes(StandardCharsets.UTF_8));
        return new TemplateText(delimiters, placeholders);
    }

    private static Placeholder placeholder(String inside) {
        int colon = inside.lastIndexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        String rule = colon < 0 ? "" : inside.substring(colon + 1);
        return new Placeholder(name, rule.isEmpty() || rule.equals("None") ? Optional.empty() : Optional.of(rule));
    }

    static DbException invalid(String problem, int column) {
        return new DbException(
                ErrorCode.INVALID_TEMPLATE_FORMAT,
                "Invalid format string for Template: " + problem + " (near column " + column + ")");
    }
}
