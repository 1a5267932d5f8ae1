package io.millrace.engine.statement;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Checkable;
import io.millrace.catalog.ability.Optimizable;
import io.millrace.catalog.ability.Partitioned;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.QuerySettings;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** TRUNCATE, OPTIMIZE, KILL, SYSTEM. */
final class Maintenance {
    private static final Header KILLED_MUTATIONS = Header.of(
            new Header.Field("kill_status", Types.STRING),
            new Header.Field("database", Types.STRING),
            new Header.Field("table", Types.STRING),
            new Header.Field("mutation_id", Types.STRING),
            new Header.Field("command", Types.STRING));

    private final Statements.QueryKiller killer;
    private final ConfigSource config;

    Maintenance(Statements.QueryKiller killer, ConfigSource config) {
        this.killer = killer;
        this.config = config;
    }

    StatementAnswer truncate(Statement.Truncate truncate, QueryContext context) {
        TableId id = Names.id(truncate.name(), context);
        Optional<Table> table = truncate.name().database().isEmpty()
                ? context.session().temporaryTable(truncate.name().table())
                : Optional.empty();
        table = table.or(() -> context.analysis().catalog().find(id));
        if (table.isEmpty() && truncate.ifExists()) {
            return new StatementAnswer.Done();
        }
        Table found = table.orElseGet(() -> context.analysis().catalog().get(id));
        if (!(found instanceof Truncatable truncatable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Truncate is not supported by storage " + found.definition().engineName());
        }
        truncatable.truncate();
        return new StatementAnswer.Done();
    }

    StatementAnswer optimize(Statement.Optimize optimize, QueryContext context) {
        Table table = context.analysis().catalog().get(Names.id(optimize.table(), context));
        if (!(table instanceof Optimizable optimizable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Method optimize is not supported by storage "
                            + table.definition().engineName());
        }
        if (optimize.deduplicate()) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED, "OPTIMIZE with DEDUPLICATE is not supported by this version");
        }
        if (optimize.partition().isEmpty()) {
            optimizable.optimize(Optional.empty(), optimize.isFinal());
        } else if (table instanceof Partitioned partitioned) {
            Alterations.ids(optimize.partition().get(), partitioned, table.definition(), context.analysis())
                    .forEach(id -> optimizable.optimize(Optional.of(id), optimize.isFinal()));
        }
        return new StatementAnswer.Done();
    }

    /** KILL QUERY WHERE: looks into system.processes with the condition, then cancels what it finds. */
    StatementAnswer kill(Statement.Kill kill, QueryContext context) {
        if (kill.kind() != Statement.KillKind.QUERY) {
            // a mutation is a query here, which waits for its end: there is none to be killed
            return new StatementAnswer.Rows(
                    new Block(KILLED_MUTATIONS, Collections.nCopies(KILLED_MUTATIONS.width(), column(List.of())), 0));
        }
        Query.Select matching = Query.Select.of(Position.NONE, List.of(name("query_id"), name("user"), name("query")))
                .over(new FromItem.Table(TableName.of("system", "processes"), FromItem.Modifiers.NONE))
                .filtered(kill.where());
        Block found = context.analysis().subqueries().run(QueryAnalyzer.analyze(matching, context.analysis()), 10_000);
        List<String> statuses = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> users = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        for (int row = 0; row < found.rows(); row++) {
            String id = ((StringColumn) found.column(0).plain()).text(row);
            if (id.equals(context.query().id())) {
                continue;
            }
            boolean test = kill.mode() == Statement.KillMode.TEST;
            boolean wait = kill.mode() == Statement.KillMode.SYNC;
            boolean killed = !test && killer.kill(id, wait);
            statuses.add(test ? "unknown status" : killed ? (wait ? "finished" : "waiting") : "not found");
            ids.add(id);
            users.add(((StringColumn) found.column(1).plain()).text(row));
            queries.add(((StringColumn) found.column(2).plain()).text(row));
        }
        Header header = Header.of(
                new Header.Field("kill_status", Types.STRING),
                new Header.Field("query_id", Types.STRING),
                new Header.Field("user", Types.STRING),
                new Header.Field("query", Types.STRING));
        return new StatementAnswer.Rows(
                new Block(header, List.of(column(statuses), column(ids), column(users), column(queries)), ids.size()));
    }

    private static StringColumn column(List<String> values) {
        return StringColumn.of(values.toArray(String[]::new));
    }

    private static Expr name(String column) {
        return new Expr.Identifier(Position.NONE, List.of(column));
    }

    private static void allowMerges(Statement.SystemCommand command, boolean allowed, QueryContext context) {
        List<Table> tables = command.target()
                .map(t -> List.of(context.analysis().catalog().get(Names.id(t, context))))
                .orElseGet(() -> context.analysis().catalog().databases().stream()
                        .flatMap(d -> context.analysis().catalog().tables(d).stream())
                        .toList());
        for (Table table : tables) {
            if (table instanceof Optimizable optimizable) {
                optimizable.allowMerges(allowed);
            }
        }
    }

    /** CHECK TABLE: compares what lies on disk with its checksums. */
    StatementAnswer check(Statement.Check check, QueryContext context) {
        TableId id = Names.id(check.table(), context);
        Table table = context.analysis()
                .catalog()
                .find(id)
                .orElseThrow(() -> new DbException(ErrorCode.UNKNOWN_TABLE, "Table " + id + " does not exist"));
        if (!(table instanceof Checkable checkable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Check query is not supported for " + table.definition().engineName() + " storage");
        }
        Optional<List<String>> partitions = table instanceof Partitioned partitioned
                ? check.partition().map(p -> Alterations.ids(p, partitioned, table.definition(), context.analysis()))
                : Optional.empty();
        List<Checkable.Checked> checked =
                checkable.check(partitions, check.part(), context.evaluation().cancellation());
        if (context.settings().get(QuerySettings.CHECK_SINGLE_VALUE)) {
            boolean passed = checked.stream().allMatch(c -> c.problem().isEmpty());
            return new StatementAnswer.Rows(
                    new Block(Header.of(new Header.Field("result", Types.UINT8)), List.of(flags(List.of(passed))), 1));
        }
        Header header = Header.of(
                new Header.Field("part_path", Types.STRING),
                new Header.Field("is_passed", Types.UINT8),
                new Header.Field("message", Types.STRING));
        return new StatementAnswer.Rows(new Block(
                header,
                List.of(
                        column(checked.stream().map(Checkable.Checked::path).toList()),
                        flags(checked.stream().map(c -> c.problem().isEmpty()).toList()),
                        column(checked.stream().map(c -> c.problem().orElse("")).toList())),
                checked.size()));
    }

    private static ByteColumn flags(List<Boolean> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (values.get(i) ? 1 : 0);
        }
        return new ByteColumn(bytes, bytes.length);
    }

    /** SYSTEM commands that are promises this server keeps anyway are accepted; others are refused. */
    StatementAnswer system(Statement.SystemCommand command, QueryContext context) {
        return switch (command.command()) {
            case "FLUSH LOGS",
                    "CLEAR MARK CACHE",
                    "CLEAR UNCOMPRESSED CACHE",
                    "CLEAR QUERY CACHE",
                    "CLEAR DNS CACHE",
                    "SYNC FILE CACHE" -> new StatementAnswer.Done();
            case "STOP MERGES", "START MERGES" -> {
                allowMerges(command, command.command().startsWith("START"), context);
                yield new StatementAnswer.Done();
            }
            case "RELOAD CONFIG", "RELOAD USERS" -> {
                config.reload();
                yield new StatementAnswer.Done();
            }
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "SYSTEM " + command.command() + " is not supported by this version");
        };
    }
}
