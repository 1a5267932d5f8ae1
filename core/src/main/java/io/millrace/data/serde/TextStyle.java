package io.millrace.data.serde;

/** How a value is quoted in a text. */
public enum TextStyle {
    /** TabSeparated: tabs, line ends and backslashes escaped. */
    ESCAPED,
    /** SQL literals: Values, and everything inside of arrays, tuples and maps. */
    QUOTED,
    /** Comma separated: strings in double quotes, inner quotes doubled. */
    CSV,
    /** JSON values. */
    JSON,
    /** Text between XML tags; for writing only. */
    XML,
    /** The bare text, as {@code toString} gives it. */
    RAW
}
