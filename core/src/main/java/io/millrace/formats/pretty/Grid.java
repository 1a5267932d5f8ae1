package io.millrace.formats.pretty;

/** The lines of a table and how much of them is drawn. */
enum Grid {
    /** Heavy head, lines between rows. */
    FULL,
    /** Names in the top line. */
    COMPACT,
    /** No lines at all. */
    SPACE
}
