package io.millrace.benchmarks.engines;

import java.util.ArrayList;
import java.util.List;

/**
 * What a query gave and how long it took.
 *
 * @param millis wall time, measured as near to the engine as can be
 * @param rows the values as text
 */
public record Answer(double millis, List<List<String>> rows) {
    /** Reads TabSeparated text. */
    static Answer ofTabSeparated(double millis, String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isEmpty() || text.length() > 1) {
                rows.add(List.of(unescape(line).split("\t", -1)));
            }
        }
        return new Answer(millis, rows);
    }

    /** Undoes the escapes that can stand in the benchmark's data; none of its texts has a tab or a line end. */
    private static String unescape(String line) {
        return line.indexOf('\\') < 0 ? line : line.replace("\\'", "'").replace("\\\\", "\\");
    }
}
