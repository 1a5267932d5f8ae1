package io.millrace.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code -c name=value --name=value} of a startup packet. A backslash before a blank keeps it. */
final class StartupOptions {
    private StartupOptions() {}

    static Map<String, String> read(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (end) {
                add(word.toString(), options);
                word.setLength(0);
            } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else {
                word.append(text.charAt(i));
            }
        }
        return options;
    }

    private static void add(String word, Map<String, String> options) {
        String option = word.startsWith("--") ? word.substring(2) : word.startsWith("-c") ? word.substring(2) : word;
        int equals = option.indexOf('=');
        if (equals > 0) {
            options.put(option.substring(0, equals).replace('-', '_'), option.substring(equals + 1));
        }
    }
}
