package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** One statement as written. Larger families have their own file. Immutable. */
public sealed interface Statement
        permits Statement.SelectStatement,
                Statement.Insert,
                CreateStatement,
                Statement.Attach,
                Statement.Detach,
                Statement.Drop,
                Statement.Truncate,
                Statement.Rename,
                AlterStatement,
                Statement.Delete,
                Statement.Update,
                Statement.Optimize,
                Statement.Check,
                ShowStatement,
                AccessStatement,
                Statement.Explain,
                Statement.Set,
                Statement.Use,
                Statement.Kill,
                Statement.SystemCommand {

    Position position();

    /** A query whose result is wanted. */
    record SelectStatement(Query query) implements Statement {
        @Override
        public Position position() {
            return query.position();
        }
    }

    /** {@code INSERT INTO target (columns) SETTINGS .. source}. */
    record Insert(
            Position position,
            InsertTarget target,
            List<Expr> columns,
            Optional<Expr> partitionBy,
            List<SettingChange> settings,
            InsertSource source)
            implements Statement {
        public Insert {
            columns = List.copyOf(columns);
            settings = List.copyOf(settings);
        }

        /** The same with names that stand in front of INSERT and mean something in its query: {@code WITH 1 AS x INSERT INTO t SELECT x}. */
        public Insert with(List<Query.With> names) {
            InsertSource named = source instanceof FromQuery query
                    ? new FromQuery(query.query().with(names))
                    : source;
            return new Insert(position, target, columns, partitionBy, settings, named);
        }
    }

    /** Where inserted rows go. */
    sealed interface InsertTarget {}

    /** {@code INSERT INTO db.t}. */
    record IntoTable(TableName name) implements InsertTarget {}

    /** {@code INSERT INTO FUNCTION file('x')}. */
    record IntoFunction(FromItem.TableFunction function) implements InsertTarget {}

    /** Where inserted rows come from. */
    sealed interface InsertSource {}

    /** {@code VALUES (1, DEFAULT), (2, $1)} in PostgreSQL's dialect: rows of expressions; the name DEFAULT stands for the column's default. */
    record FromRows(List<List<Expr>> rows) implements InsertSource {
        public FromRows {
            rows = List.copyOf(rows);
        }
    }

    /** {@code INSERT .. SELECT}. */
    record FromQuery(Query query) implements InsertSource {}

    /**
     * Rows in a format; {@code VALUES} is the format Values. They begin at byte {@link #dataOffset()} of the statement text and
     * go on in the data that comes apart from the text. Only {@code FROM INFILE} may do without a format.
     *
     * @param file the file of {@code FROM INFILE 'file' COMPRESSION 'x'}, read by the client
     */
    record FromData(Optional<String> format, Optional<Infile> file, DataOffset data) implements InsertSource {
        /** The byte offset in the text where inline data begins; the text's length when there is none. */
        public int dataOffset() {
            return data.start();
        }
    }

    /** A byte offset that, like a {@link Position}, takes no part in equality. */
    record DataOffset(int start) {
        @Override
        public boolean equals(Object other) {
            return other instanceof DataOffset;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** {@code FROM INFILE 'name' COMPRESSION 'method'}. */
    record Infile(String name, Optional<String> compression) {}

    /** What a statement is about when several kinds share one verb. */
    enum ObjectKind {
        TABLE("TABLE"),
        VIEW("VIEW"),
        DICTIONARY("DICTIONARY"),
        DATABASE("DATABASE"),
        FUNCTION("FUNCTION");

        private final String sql;

        ObjectKind(String sql) {
            this.sql = sql;
        }

        /** As it is written in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** {@code ATTACH TABLE t}: a table or database that was detached comes back. (With a definition it is a CREATE with its attach flag.) */
    record Attach(Position position, ObjectKind kind, boolean ifNotExists, TableName name) implements Statement {}

    /** {@code DETACH TABLE t PERMANENTLY SYNC}; a database stands in the table part of its name. */
    record Detach(
            Position position,
            ObjectKind kind,
            boolean ifExists,
            List<TableName> names,
            boolean permanently,
            boolean sync)
            implements Statement {
        public Detach {
            names = List.copyOf(names);
        }
    }

    /** {@code DROP TABLE IF EXISTS a, b SYNC}; a database or function stands in the table part of its name. */
    record Drop(
            Position position,
            ObjectKind kind,
            boolean temporary,
            boolean ifExists,
            boolean ifEmpty,
            List<TableName> names,
            boolean sync)
            implements Statement {
        public Drop {
            names = List.copyOf(names);
        }
    }

    /** {@code TRUNCATE TABLE IF EXISTS t}, or {@code TRUNCATE DATABASE d}. */
    record Truncate(
            Position position, ObjectKind kind, boolean temporary, boolean ifExists, TableName name, boolean sync)
            implements Statement {}

    /** {@code RENAME TABLE a TO b, c TO d}, or {@code EXCHANGE TABLES a AND b}. */
    record Rename(Position position, ObjectKind kind, boolean exchange, boolean ifExists, List<Renaming> renamings)
            implements Statement {
        public Rename {
            renamings = List.copyOf(renamings);
        }
    }

    /** One pair of a {@link Rename}. */
    record Renaming(TableName from, TableName to) {}

    /** {@code DELETE FROM t IN PARTITION p WHERE condition}: the lightweight form. */
    record Delete(
            Position position, TableName table, Optional<Partition> partition, Expr where, List<SettingChange> settings)
            implements Statement {
        public Delete {
            settings = List.copyOf(settings);
        }
    }

    /** {@code UPDATE t SET a = 1 WHERE condition}: the lightweight form. */
    record Update(
            Position position,
            TableName table,
            List<AlterStatement.Assignment> assignments,
            Optional<Partition> partition,
            Expr where,
            List<SettingChange> settings)
            implements Statement {
        public Update {
            assignments = List.copyOf(assignments);
            settings = List.copyOf(settings);
        }
    }

    /** {@code OPTIMIZE TABLE t PARTITION p FINAL DEDUPLICATE BY columns}. */
    record Optimize(
            Position position,
            TableName table,
            Optional<Partition> partition,
            boolean isFinal,
            boolean deduplicate,
            List<Expr> deduplicateBy,
            boolean cleanup,
            List<SettingChange> settings)
            implements Statement {
        public Optimize {
            deduplicateBy = List.copyOf(deduplicateBy);
            settings = List.copyOf(settings);
        }
    }

    /** {@code CHECK TABLE t PARTITION p}. */
    record Check(Position position, TableName table, Optional<Partition> partition, Optional<String> part)
            implements Statement {}

    /** What EXPLAIN shows. */
    enum ExplainKind {
        PLAN("PLAN"),
        AST("AST"),
        SYNTAX("SYNTAX"),
        QUERY_TREE("QUERY TREE"),
        PIPELINE("PIPELINE"),
        ESTIMATE("ESTIMATE"),
        TABLE_OVERRIDE("TABLE OVERRIDE"),
        CURRENT_TRANSACTION("CURRENT TRANSACTION");

        private final String sql;

        ExplainKind(String sql) {
            this.sql = sql;
        }

        /** As it is written in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** {@code EXPLAIN kind settings statement}; a plain EXPLAIN is PLAN. */
    record Explain(Position position, ExplainKind kind, List<SettingChange> settings, Statement statement)
            implements Statement {
        public Explain {
            settings = List.copyOf(settings);
        }
    }

    /** {@code SET a = 1, b = DEFAULT}; {@code SET param_x = 'y'} sets a query parameter by that name. */
    record Set(Position position, List<SettingChange> changes) implements Statement {
        public Set {
            changes = List.copyOf(changes);
        }
    }

    /** {@code USE database}. */
    record Use(Position position, String database) implements Statement {}

    /** {@code KILL QUERY WHERE condition SYNC}. */
    record Kill(Position position, KillKind kind, Expr where, KillMode mode) implements Statement {}

    /** What is killed. */
    enum KillKind {
        QUERY,
        MUTATION
    }

    /** Whether to wait for the end, not to wait, or only to show what would be killed. */
    enum KillMode {
        ASYNC,
        SYNC,
        TEST
    }

    /**
     * {@code SYSTEM STOP MERGES db.t}: the words of the command in upper case joined by spaces, and what it is about.
     *
     * @param target the table, dictionary, function or other name behind the words
     * @param argument a number or string behind the words, for example of {@code SYSTEM WAIT FOR}
     */
    record SystemCommand(Position position, String command, Optional<TableName> target, Optional<LiteralValue> argument)
            implements Statement {}
}
