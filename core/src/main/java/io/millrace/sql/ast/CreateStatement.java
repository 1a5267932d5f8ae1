package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** CREATE, REPLACE and ATTACH with a definition. Immutable. */
public sealed interface CreateStatement extends Statement {

    /** How a CREATE treats what exists already. */
    enum Mode {
        /** {@code CREATE}: an error if it exists. */
        CREATE,
        /** {@code CREATE .. IF NOT EXISTS}: keeps what exists. */
        IF_NOT_EXISTS,
        /** {@code CREATE OR REPLACE}: takes its place. */
        CREATE_OR_REPLACE,
        /** {@code REPLACE}: takes its place, which must exist. */
        REPLACE,
        /** {@code ATTACH} with a definition: the data is there already. */
        ATTACH,
        /** {@code ATTACH .. IF NOT EXISTS}. */
        ATTACH_IF_NOT_EXISTS
    }

    /** {@code CREATE TABLE}. */
    record CreateTable(
            Position position,
            Mode mode,
            boolean temporary,
            TableName name,
            Optional<String> uuid,
            List<TableElement> elements,
            Storage storage,
            TableSource source,
            Optional<String> comment)
            implements CreateStatement {
        public CreateTable {
            elements = List.copyOf(elements);
        }

        /** The columns among the elements. */
        public List<TableElement.Column> columns() {
            return TableElement.columns(elements);
        }
    }

    /** Where a new table's structure or rows come from, beside its column list. */
    sealed interface TableSource {}

    /** Only the column list. */
    record NoSource() implements TableSource {}

    /** {@code AS other}, or {@code CLONE AS other}: the same structure. */
    record LikeTable(TableName table, boolean cloneData) implements TableSource {}

    /** {@code AS tableFunction(..)}. */
    record AsTableFunction(FromItem.TableFunction function) implements TableSource {}

    /** {@code EMPTY AS SELECT ..}: the query's structure, and its rows unless empty. */
    record AsQuery(Query query, boolean empty) implements TableSource {}

    /** {@code CREATE VIEW}. {@code elements} may name and type the columns. */
    record CreateView(
            Position position,
            Mode mode,
            TableName name,
            Optional<String> uuid,
            List<TableElement> elements,
            Query query,
            Optional<String> comment)
            implements CreateStatement {
        public CreateView {
            elements = List.copyOf(elements);
        }
    }

    /** {@code CREATE MATERIALIZED VIEW}; without {@code target} it keeps its rows in a table of its own. */
    record CreateMaterializedView(
            Position position,
            Mode mode,
            TableName name,
            Optional<String> uuid,
            Optional<TableName> target,
            Optional<String> innerUuid,
            List<TableElement> elements,
            Storage storage,
            boolean populate,
            boolean empty,
            Query query,
            Optional<String> comment)
            implements CreateStatement {
        public CreateMaterializedView {
            elements = List.copyOf(elements);
        }
    }

    /** {@code CREATE DATABASE d ENGINE = Atomic}. */
    record CreateDatabase(
            Position position,
            Mode mode,
            String name,
            Optional<String> uuid,
            Optional<Engine> engine,
            List<SettingChange> settings,
            Optional<String> comment)
            implements CreateStatement {
        public CreateDatabase {
            settings = List.copyOf(settings);
        }
    }

    /** {@code CREATE FUNCTION f AS (x) -> x + 1}. */
    record CreateFunction(Position position, Mode mode, String name, Expr body) implements CreateStatement {}

    /** {@code Name(arguments)} behind ENGINE; an argument may be {@code name = value}. */
    record Engine(String name, List<Expr> arguments) {
        public Engine {
            arguments = List.copyOf(arguments);
        }
    }

    /** The clauses that say how a table keeps its rows, in the order SHOW CREATE prints them. */
    record Storage(
            Optional<Engine> engine,
            Optional<Expr> partitionBy,
            Optional<Expr> primaryKey,
            Optional<OrderKey> orderBy,
            Optional<Expr> sampleBy,
            List<TtlElement> ttl,
            List<SettingChange> settings) {
        public static final Storage NONE = new Storage(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());

        public Storage {
            ttl = List.copyOf(ttl);
            settings = List.copyOf(settings);
        }
    }

    /**
     * The sorting key: {@code a}, {@code tuple()}, {@code (a, b DESC)}.
     *
     * @param tuple whether it was written in brackets, which only matters to print it back
     */
    record OrderKey(List<OrderElement> elements, boolean tuple) {
        public OrderKey {
            elements = List.copyOf(elements);
        }
    }

    /** One element of TTL: when, and what happens then. */
    record TtlElement(Expr expression, TtlAction action) {}

    /** What happens to rows whose time has come. */
    sealed interface TtlAction {}

    /** {@code DELETE WHERE condition}; also when nothing was written. */
    record TtlDelete(Optional<Expr> where) implements TtlAction {}

    /** {@code TO DISK 'x'} or {@code TO VOLUME 'x'}. */
    record TtlMove(boolean volume, String name, boolean ifExists) implements TtlAction {}

    /** {@code RECOMPRESS CODEC(..)}. */
    record TtlRecompress(Expr codec) implements TtlAction {}

    /** {@code GROUP BY keys SET a = max(a)}. */
    record TtlGroupBy(List<Expr> keys, List<AlterStatement.Assignment> assignments) implements TtlAction {
        public TtlGroupBy {
            keys = List.copyOf(keys);
            assignments = List.copyOf(assignments);
        }
    }
}
