package io.millrace.http.rule;

import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a text has to be: equal, with a beginning, or a regular expression in RE2's syntax that matches all of it. Immutable. */
sealed interface ValuePattern {
    /** The values of named groups if the text matches; an empty map without groups. */
    Optional<Map<String, String>> match(String text);

    /** A text from the configuration: {@code regex:..}, {@code prefix:..} or exact. */
    static ValuePattern of(String text) {
        if (text.startsWith("regex:")) {
            return regex(text.substring("regex:".length()));
        }
        return text.startsWith("prefix:") ? new Prefix(text.substring("prefix:".length())) : new Exact(text);
    }

    /** A regular expression; a bad one is a DbException CANNOT_COMPILE_REGEXP. */
    static ValuePattern regex(String pattern) {
        return new Full(Regex.compile("\\A(?:" + pattern + ")\\z"));
    }

    /** Equal. */
    record Exact(String wanted) implements ValuePattern {
        @Override
        public Optional<Map<String, String>> match(String text) {
            return text.equals(wanted) ? Optional.of(Map.of()) : Optional.empty();
        }
    }

    /** The same beginning. */
    record Prefix(String wanted) implements ValuePattern {
        @Override
        public Optional<Map<String, String>> match(String text) {
            return text.startsWith(wanted) ? Optional.of(Map.of()) : Optional.empty();
        }
    }

    /** Matched from its beginning to its end. */
    record Full(Regex regex) implements ValuePattern {
        @Override
        public Optional<Map<String, String>> match(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Matcher matcher = regex.matcher();
            int[] slots = new int[2 * (regex.groupCount() + 1)];
            if (!matcher.find(bytes, 0, 0, bytes.length, slots)) {
                return Optional.empty();
            }
            Map<String, String> groups = new LinkedHashMap<>();
            regex.groupNames().forEach((name, group) -> {
                int begin = slots[2 * group];
                // A group that took no part says nothing, so that another source can.
                if (begin >= 0) {
                    groups.put(name, new String(bytes, begin, slots[2 * group + 1] - begin, StandardCharsets.UTF_8));
                }
            });
            return Optional.of(groups);
        }
    }
}
