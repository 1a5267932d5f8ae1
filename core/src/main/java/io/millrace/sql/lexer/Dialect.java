package io.millrace.sql.lexer;

/** Whose SQL is read. */
public enum Dialect {
    CLICKHOUSE,
    POSTGRESQL
}
