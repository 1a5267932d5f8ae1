package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.engine.query.QueryContext;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.analyze.TableFunctions;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.ObjectKind;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.Quoting;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SHOW, DESCRIBE and EXISTS: most are queries over system tables, as ClickHouse does it. */
final class Showing {
    StatementAnswer show(ShowStatement show, QueryContext context) {
        return switch (show) {
            case ShowStatement.ShowDatabases s ->
                query(
                        "SELECT name FROM system.databases" + where(s.filter(), "name", "") + " ORDER BY name"
                                + limit(s.filter()),
                        context);
            case ShowStatement.ShowTables s -> shownTables(s, context);
            case ShowStatement.ShowColumns s -> query(columns(s, context), context);
            case ShowStatement.ShowCreate s -> created(s, context);
            case ShowStatement.ShowProcessList s -> query("SELECT * FROM system.processes", context);
            case ShowStatement.ShowSettings s ->
                query(
                        "SELECT name, type, value FROM system.settings"
                                + where(s.filter(), "name", s.changed() ? "changed = 1" : "")
                                + " ORDER BY name",
                        context);
            case ShowStatement.ShowSetting s ->
                query("SELECT value FROM system.settings WHERE name = " + quote(s.name()), context);
            case ShowStatement.ShowFunctions s ->
                query("SELECT * FROM system.functions" + where(s.filter(), "name", ""), context);
            case ShowStatement.ShowEngines s -> query("SELECT * FROM system.table_engines ORDER BY name", context);
            case ShowStatement.Describe s -> new StatementAnswer.Rows(described(columnsOf(s.target(), context)));
            case ShowStatement.Exists s -> new StatementAnswer.Rows(exists(s, context));
            case ShowStatement.ShowIndexes s -> query(indexes(s, context), context);
            case ShowStatement.ShowList s -> list(s, context);
        };
    }

    private static DbException unsupported(String what) {
        return new DbException(ErrorCode.NOT_IMPLEMENTED, what + " is not supported by this version");
    }

    private static StatementAnswer query(String sql, QueryContext context) {
        if (Parser.parse(sql, Dialect.CLICKHOUSE).statement() instanceof Statement.SelectStatement select) {
            return new StatementAnswer.Run(Planner.plan(select.query(), context.analysis()));
        }
        throw DbException.bug("Not a query: " + sql);
    }

    private static StatementAnswer list(ShowStatement.ShowList show, QueryContext context) {
        return switch (show.what()) {
            case "CLUSTERS" -> query("SELECT DISTINCT cluster FROM system.clusters ORDER BY cluster", context);
            case "MERGES" ->
                query(
                        "SELECT table, database, round(elapsed / progress * (1 - progress), 2) AS estimate_complete,"
                                + " round(elapsed, 2) AS elapsed, round(progress * 100, 2) AS progress, is_mutation,"
                                + " formatReadableSize(total_size_bytes_compressed) AS size_compressed,"
                                + " formatReadableSize(memory_usage) AS memory_usage FROM system.merges",
                        context);
            default -> throw unsupported("SHOW " + show.what());
        };
    }

    private static StatementAnswer shownTables(ShowStatement.ShowTables show, QueryContext context) {
        if (show.kind() == ObjectKind.DICTIONARY) {
            return query("SELECT name FROM system.dictionaries", context);
        }
        return show.temporary()
                ? new StatementAnswer.Rows(Names.texts("name", context.session().temporaryTableNames()))
                : query(tables(show, context), context);
    }

    /** The columns of the primary key and the skip indexes, in MySQL's terms as in ClickHouse. */
    private static String indexes(ShowStatement.ShowIndexes show, QueryContext context) {
        TableId id = Names.id(show.table(), context);
        String ofTable = " WHERE database = " + quote(id.database()) + " AND table = " + quote(id.name());
        String nothing = ", toUInt8(0) AS cardinality, NULL AS sub_part, NULL AS packed, NULL AS null, ";
        String rest = ", '' AS comment, '' AS index_comment, 'YES' AS visible, ";
        return "SELECT * FROM (SELECT table, toUInt8(1) AS non_unique, 'PRIMARY' AS key_name, toUInt64(place) AS seq_in_index,"
                + " part AS column_name, CAST('A', 'Nullable(String)') AS collation" + nothing
                + "'PRIMARY' AS index_type" + rest + "'' AS expression FROM system.tables"
                + " ARRAY JOIN splitByString(', ', primary_key) AS part, arrayEnumerate(splitByString(', ', primary_key)) AS place"
                + ofTable + " AND primary_key != '' UNION ALL SELECT table, toUInt8(1), name, toUInt64(1), '',"
                + " CAST(NULL, 'Nullable(String)')" + nothing + "upper(type) AS index_type" + rest
                + "expr FROM system.data_skipping_indices" + ofTable + ")"
                + show.where().map(w -> " WHERE " + SqlPrinter.oneLine(w)).orElse("")
                + " ORDER BY index_type, expression, seq_in_index";
    }

    private static String tables(ShowStatement.ShowTables show, QueryContext context) {
        String database = show.database().orElse(context.analysis().bind().database());
        if (!context.analysis().catalog().hasDatabase(database)) {
            throw new DbException(ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist");
        }
        String columns = show.full() ? "name, engine AS table_type" : "name";
        return "SELECT " + columns + " FROM system.tables"
                + where(show.filter(), "name", "database = " + quote(database) + " AND name NOT LIKE '.inner%'")
                + " ORDER BY name" + limit(show.filter());
    }

    private static String columns(ShowStatement.ShowColumns show, QueryContext context) {
        TableId id = Names.id(show.table(), context);
        String more = show.full() ? ", NULL AS collation, comment, '' AS privileges" : "";
        return "SELECT name AS field, type, if(type LIKE 'Nullable%', 'YES', 'NO') AS null,"
                + " trimBoth(concat(if(is_in_primary_key, 'PRI ', ''), if(is_in_sorting_key, 'SOR', ''))) AS key,"
                + " if(default_kind IN ('ALIAS', 'DEFAULT', 'MATERIALIZED'), default_expression, NULL) AS default, '' AS extra"
                + more + " FROM system.columns"
                + where(
                        show.filter(),
                        "name",
                        "database = " + quote(id.database()) + " AND table = " + quote(id.name()))
                + " ORDER BY field" + limit(show.filter());
    }

    private static String where(ShowStatement.Filter filter, String column, String condition) {
        List<String> conditions = new ArrayList<>();
        if (!condition.isEmpty()) {
            conditions.add(condition);
        }
        filter.pattern()
                .ifPresent(p -> conditions.add(column
                        + (filter.not() ? " NOT" : "")
                        + (filter.caseInsensitive() ? " ILIKE " : " LIKE ")
                        + quote(p)));
        filter.where().ifPresent(w -> conditions.add("(" + SqlPrinter.oneLine(w) + ")"));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String limit(ShowStatement.Filter filter) {
        return filter.limit().map(l -> " LIMIT " + SqlPrinter.oneLine(l)).orElse("");
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        Quoting.string(quoted, text.getBytes(StandardCharsets.UTF_8));
        return quoted.toString();
    }

    private static StatementAnswer created(ShowStatement.ShowCreate show, QueryContext context) {
        if (show.kind() == ObjectKind.DATABASE) {
            String name = show.name().table();
            if (!context.analysis().catalog().hasDatabase(name)) {
                throw new DbException(ErrorCode.UNKNOWN_DATABASE, "Database " + name + " does not exist");
            }
            String text = "CREATE DATABASE " + name + "\nENGINE = Atomic";
            return new StatementAnswer.Rows(Names.texts("statement", List.of(text)));
        }
        Table table = described(show, context);
        return new StatementAnswer.Rows(
                Names.texts("statement", List.of(table.definition().createText())));
    }

    private static Table described(ShowStatement.ShowCreate show, QueryContext context) {
        String name = show.name().table();
        try {
            Table table = find(show.name().database(), name, context);
            boolean isView = table instanceof Expanding || table instanceof Watching;
            if (show.kind() == ObjectKind.VIEW && !isView) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, table.id() + " is not a VIEW");
            }
            if (show.kind() == ObjectKind.DICTIONARY) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, table.id() + " is not a DICTIONARY");
            }
            return table;
        } catch (DbException e) {
            if (e.code() != ErrorCode.UNKNOWN_TABLE) {
                throw e;
            }
            throw new DbException(ErrorCode.CANNOT_GET_CREATE_TABLE_QUERY, "Table `" + name + "` doesn't exist");
        }
    }

    private static Table find(Optional<String> database, String name, QueryContext context) {
        Optional<Table> temporary = database.isEmpty() ? context.session().temporaryTable(name) : Optional.empty();
        return temporary.orElseGet(() -> context.analysis()
                .catalog()
                .get(new TableId(database.orElse(context.analysis().bind().database()), name)));
    }

    private static Block exists(ShowStatement.Exists exists, QueryContext context) {
        boolean there = switch (exists.kind()) {
            case DATABASE ->
                context.analysis().catalog().hasDatabase(exists.name().table());
            case VIEW ->
                context.analysis()
                        .catalog()
                        .find(Names.id(exists.name(), context))
                        .filter(t -> t instanceof Expanding)
                        .isPresent();
            default ->
                context.session().temporaryTable(exists.name().table()).isPresent()
                        || context.analysis()
                                .catalog()
                                .find(Names.id(exists.name(), context))
                                .isPresent();
        };
        return new Block(
                Header.of(new Header.Field("result", Types.UINT8)),
                List.of(new ByteColumn(new byte[] {(byte) (there ? 1 : 0)}, 1)),
                1);
    }

    private static List<ColumnDefinition> columnsOf(FromItem target, QueryContext context) {
        return switch (target) {
            case FromItem.Table table -> {
                Optional<String> database = table.name().database();
                yield find(database, table.name().table(), context).definition().columns();
            }
            case FromItem.TableFunction function ->
                TableFunctions.table(function, context.analysis()).definition().columns();
            case FromItem.Derived derived ->
                QueryAnalyzer.analyze(derived.query(), context.analysis()).header().fields().stream()
                        .map(f -> ColumnDefinition.of(f.name(), f.type()))
                        .toList();
            case FromItem.Join j -> throw unsupported("DESCRIBE of a join");
            case FromItem.ArrayJoin a -> throw unsupported("DESCRIBE of an array join");
        };
    }

    private static Block described(List<ColumnDefinition> columns) {
        List<Header.Field> fields = new ArrayList<>();
        for (String name : List.of(
                "name",
                "type",
                "default_type",
                "default_expression",
                "comment",
                "codec_expression",
                "ttl_expression")) {
            fields.add(new Header.Field(name, Types.STRING));
        }
        return new Block(
                new Header(fields),
                List.of(
                        texts(columns, ColumnDefinition::name),
                        texts(columns, c -> c.type().name()),
                        texts(
                                columns,
                                c -> c.defaultKind() == ColumnDefinition.DefaultKind.NONE
                                        ? ""
                                        : c.defaultKind().name()),
                        texts(columns, ColumnDefinition::defaultText),
                        texts(columns, ColumnDefinition::comment),
                        texts(columns, ColumnDefinition::codecList),
                        texts(columns, ColumnDefinition::ttl)),
                columns.size());
    }

    private interface Text {
        String of(ColumnDefinition column);
    }

    private static StringColumn texts(List<ColumnDefinition> columns, Text text) {
        return StringColumn.of(columns.stream().map(text::of).toArray(String[]::new));
    }
}
