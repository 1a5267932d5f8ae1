package io.millrace.sql.ast;

import java.util.Optional;

/** SHOW, DESCRIBE, EXISTS: what there is. Immutable. */
public sealed interface ShowStatement extends Statement {

    /** What narrows a list. A pattern is of LIKE, or of ILIKE when {@code caseInsensitive}. */
    record Filter(
            boolean not,
            boolean caseInsensitive,
            Optional<String> pattern,
            Optional<Expr> where,
            Optional<Expr> limit) {
        public static final Filter NONE =
                new Filter(false, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@code SHOW DATABASES}. */
    record ShowDatabases(Position position, Filter filter) implements ShowStatement {}

    /** {@code SHOW FULL TEMPORARY TABLES FROM d}; kind is TABLE or DICTIONARY. */
    record ShowTables(
            Position position,
            ObjectKind kind,
            boolean full,
            boolean temporary,
            Optional<String> database,
            Filter filter)
            implements ShowStatement {}

    /** {@code SHOW EXTENDED FULL COLUMNS FROM t}. */
    record ShowColumns(Position position, boolean extended, boolean full, TableName table, Filter filter)
            implements ShowStatement {}

    /** {@code SHOW INDEXES FROM t}. */
    record ShowIndexes(Position position, boolean extended, TableName table, Optional<Expr> where)
            implements ShowStatement {}

    /** {@code SHOW CREATE TABLE t}; a database or function stands in the table part of its name. */
    record ShowCreate(Position position, ObjectKind kind, boolean temporary, TableName name) implements ShowStatement {}

    /** {@code SHOW PROCESSLIST}. */
    record ShowProcessList(Position position) implements ShowStatement {}

    /** {@code SHOW CHANGED SETTINGS LIKE 'x'}. */
    record ShowSettings(Position position, boolean changed, Filter filter) implements ShowStatement {}

    /** {@code SHOW SETTING name}. */
    record ShowSetting(Position position, String name) implements ShowStatement {}

    /** {@code SHOW FUNCTIONS LIKE 'x'}. */
    record ShowFunctions(Position position, Filter filter) implements ShowStatement {}

    /** {@code SHOW ENGINES}. */
    record ShowEngines(Position position) implements ShowStatement {}

    /** {@code SHOW GRANTS}, {@code SHOW USERS} and other lists that take nothing: the words behind SHOW, in upper case. */
    record ShowList(Position position, String what) implements ShowStatement {}

    /** {@code DESCRIBE TABLE t}; also of a table function or a query. */
    record Describe(Position position, FromItem target) implements ShowStatement {}

    /** {@code EXISTS TABLE t}; a database stands in the table part of its name. */
    record Exists(Position position, ObjectKind kind, boolean temporary, TableName name) implements ShowStatement {}
}
