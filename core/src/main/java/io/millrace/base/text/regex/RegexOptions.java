package io.millrace.base.text.regex;

/**
 * How a pattern is read before its own flags speak.
 *
 * @param dotMatchesNewline {@code .} matches {@code \n} too, flag {@code s}; ClickHouse's functions set it
 * @param ignoreCase flag {@code i}
 * @param multiLine {@code ^} and {@code $} match at line ends, flag {@code m}
 */
public record RegexOptions(boolean dotMatchesNewline, boolean ignoreCase, boolean multiLine) {
    /** What {@code match}, {@code extract} and {@code replaceRegexp} use. */
    public static final RegexOptions DEFAULT = new RegexOptions(true, false, false);

    public RegexOptions ignoringCase() {
        return new RegexOptions(dotMatchesNewline, true, multiLine);
    }
}
