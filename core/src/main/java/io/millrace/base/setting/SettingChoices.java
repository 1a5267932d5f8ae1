package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words that settings of the list types take in ClickHouse 26.7, kept as data and read when the first such value is set. */
final class SettingChoices {
    /** Types whose values are several words, separated by commas. */
    private static final List<String> LISTS = List.of("JoinAlgorithm", "MySQLDataTypesSupport");

    private record Choices(ErrorCode error, List<String> words) {}

    private SettingChoices() {}

    private static final class Lazily {
        private static final Map<String, Choices> BY_TYPE = read();
    }

    private static Map<String, Choices> read() {
        Map<String, Choices> found = new HashMap<>();
        for (String[] fields : SettingCatalog.lines(SettingChoices.class, "setting-choices-26.7.tsv")) {
            found.put(fields[0], new Choices(ErrorCode.valueOf(fields[1]), List.of(fields[2].split(",", -1))));
        }
        return found;
    }

    /** The value in the form that is kept; types without a list take any word. */
    static String check(String type, String text) {
        Choices choices = Lazily.BY_TYPE.get(type);
        if (choices == null) {
            return text;
        }
        if (!LISTS.contains(type)) {
            return word(type, choices, text);
        }
        return text.isEmpty()
                ? text
                : List.of(text.split(",", -1)).stream()
                        .map(w -> word(type, choices, w.strip()))
                        .collect(Collectors.joining(","));
    }

    private static String word(String type, Choices choices, String text) {
        if (!choices.words().contains(text)) {
            throw new DbException(
                    choices.error(),
                    "Unexpected value of " + type + ": '" + text + "'. Must be one of "
                            + choices.words().stream().map(w -> "'" + w + "'").toList());
        }
        return text;
    }
}
