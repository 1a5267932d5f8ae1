package io.millrace.sql.lexer;

/** Whose SQL is read. */
public enum Dialect {
    CLICKHOUSE,
    /** PostgreSQL's operators and forms over ClickHouse's grammar; a backslash escapes in strings ({@code standard_conforming_strings = off}). */
    POSTGRESQL,
    /** The same, but a backslash is an ordinary character in {@code '...'} ({@code standard_conforming_strings = on}). */
    POSTGRESQL_PLAIN_STRINGS;

    /** Whether PostgreSQL's operators, literals and forms are understood. */
    public boolean isPostgres() {
        return this != CLICKHOUSE;
    }

    /** Whether a backslash in {@code '...'} begins an escape. */
    public boolean backslashEscapes() {
        return this != POSTGRESQL_PLAIN_STRINGS;
    }
}
