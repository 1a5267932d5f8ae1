package io.millrace.postgres;

/** Patterns of {@code to_char} and {@code to_date} in the spelling of {@code formatDateTime}. */
final class DateFormat {
    /** Longer ones first. */
    private static final String[][] PATTERNS = {
        {"HH24", "%H"},
        {"HH12", "%I"},
        {"YYYY", "%Y"},
        {"MONTH", "%M"},
        {"Month", "%M"},
        {"month", "%M"},
        {"yyyy", "%Y"},
        {"hh24", "%H"},
        {"hh12", "%I"},
        {"Mon", "%b"},
        {"MON", "%b"},
        {"mon", "%b"},
        {"DDD", "%j"},
        {"Day", "%W"},
        {"DAY", "%W"},
        {"Dy", "%a"},
        {"DY", "%a"},
        {"MI", "%i"},
        {"mi", "%i"},
        {"MM", "%m"},
        {"mm", "%m"},
        {"DD", "%d"},
        {"dd", "%d"},
        {"SS", "%S"},
        {"ss", "%S"},
        {"HH", "%I"},
        {"hh", "%I"},
        {"YY", "%y"},
        {"yy", "%y"},
        {"US", "%f"},
        {"AM", "%p"},
        {"PM", "%p"},
        {"IW", "%V"},
        {"IYYY", "%G"},
        {"Q", "%Q"},
    };

    private DateFormat() {}

    static String of(String pattern) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '"') {
                int end = pattern.indexOf('"', at + 1);
                end = end < 0 ? pattern.length() : end;
                out.append(pattern, at + 1, end);
                at = end + 1;
                continue;
            }
            if (pattern.startsWith("FM", at)) {
                at += 2;
                continue;
            }
            int length = 0;
            for (String[] pair : PATTERNS) {
                if (pattern.startsWith(pair[0], at)) {
                    out.append(pair[1]);
                    length = pair[0].length();
                    break;
                }
            }
            if (length == 0) {
                out.append(pattern.charAt(at) == '%' ? "%%" : pattern.substring(at, at + 1));
                length = 1;
            }
            at += length;
        }
        return out.toString();
    }
}
