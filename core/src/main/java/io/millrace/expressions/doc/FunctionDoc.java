package io.millrace.expressions.doc;

import java.util.ArrayList;
import java.util.List;

/**
 * What a function says about itself: shown in {@code system.functions} and the reference; its examples run as tests.
 *
 * @param category as in ClickHouse's manual: "Arithmetic", "String", "Date and time", ...
 * @param syntax for example {@code substring(s, offset[, length])}
 * @param text one or two sentences
 */
public record FunctionDoc(String category, String syntax, String text, List<Example> examples) {
    /** A query and its answer in TabSeparated, without the last line feed. */
    public record Example(String query, String result) {}

    /**
     * A description without examples.
     *
     * @param syntax how it is called, with square brackets around what may be left out
     */
    public static FunctionDoc of(String category, String syntax, String text) {
        return new FunctionDoc(category, syntax, text, List.of());
    }

    /** The same with one more example, which a test runs. */
    public FunctionDoc example(String query, String result) {
        List<Example> more = new ArrayList<>(examples);
        more.add(new Example(query, result));
        return new FunctionDoc(category, syntax, text, List.copyOf(more));
    }
}
