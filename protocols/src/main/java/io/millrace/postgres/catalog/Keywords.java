package io.millrace.postgres.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL's keywords with their categories: U unreserved, C column name, T type or function name, R reserved. */
final class Keywords {
    private static final Map<String, String> CATEGORIES = read();

    private Keywords() {}

    private static Map<String, String> read() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String entry : Relations.lines("keywords.txt").getFirst().split(",")) {
            String[] parts = entry.split(" ");
            map.put(parts[0], parts[1]);
        }
        return map;
    }

    static Map<String, String> all() {
        return CATEGORIES;
    }

    static boolean isReserved(String word) {
        return !CATEGORIES.getOrDefault(word, "U").equals("U");
    }
}
