package io.millrace.engine;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.engine.insert.BlockSource;
import io.millrace.engine.insert.InsertRun;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.statement.ReadonlyMode;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.TableFunctions;
import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts INSERTs: finds the target, then lets the story run on a thread of its own, because it waits for the client's data. */
final class Inserting {
    private Inserting() {}

    private interface Story {
        void run() throws InterruptedException;
    }

    static void start(Statement.Insert insert, Databases databases, Committer committer, QueryContext context) {
        ReadonlyMode.check(insert, context);
        Table table = switch (insert.target()) {
            case Statement.IntoTable into -> find(into.name(), context);
            case Statement.IntoFunction into ->
                insert.source() instanceof Statement.FromQuery query
                        ? TableFunctions.target(into.function(), query.query(), context.analysis())
                        : TableFunctions.table(into.function(), context.analysis());
        };
        InsertRun run =
                new InsertRun(table, columns(insert.columns(), table.definition()), databases, committer, context);
        launch(run, new Header(List.of()), context, () -> {
            switch (insert.source()) {
                case Statement.FromQuery query -> run.fromQuery(query.query());
                case Statement.FromRows rows -> run.fromRows(rows.rows());
                case Statement.FromData data ->
                    run.fromData(context.request().text(), InsertRun.formatName(data, context));
            }
        });
    }

    /** Analyzes an INSERT without carrying it out, for the types of its parameters. */
    static void prepare(Statement.Insert insert, Databases databases, Committer committer, QueryContext context) {
        if (!(insert.target() instanceof Statement.IntoTable into)) {
            return;
        }
        Table table = find(into.name(), context);
        try (InsertRun run =
                new InsertRun(table, columns(insert.columns(), table.definition()), databases, committer, context)) {
            switch (insert.source()) {
                case Statement.FromQuery query -> Planner.plan(query.query(), context.analysis());
                case Statement.FromRows rows -> run.rows(rows.rows());
                case Statement.FromData data -> {}
            }
        }
    }

    static void startQuery(
            TableName target, Query query, Databases databases, Committer committer, QueryContext context) {
        InsertRun run = new InsertRun(find(target, context), List.of(), databases, committer, context);
        launch(run, new Header(List.of()), context, () -> run.fromQuery(query));
    }

    static void startBlocks(
            TableName target,
            List<String> columns,
            BlockSource blocks,
            Databases databases,
            Committer committer,
            QueryContext context) {
        ReadonlyMode.checkInsert(target, context);
        InsertRun run = new InsertRun(find(target, context), columns, databases, committer, context);
        launch(run, run.input(), context, () -> run.fromBlocks(blocks));
    }

    private static Table find(TableName name, QueryContext context) {
        Optional<Table> temporary =
                name.database().isEmpty() ? context.session().temporaryTable(name.table()) : Optional.empty();
        return temporary.orElseGet(() -> context.analysis()
                .catalog()
                .get(new TableId(
                        name.database().orElse(context.analysis().bind().database()), name.table())));
    }

    private static void launch(InsertRun run, Header input, QueryContext context, Story story) {
        context.query().deliver(new ResultEvent.Started(input, Optional.empty()));
        if (run.isRepeated()) {
            context.query()
                    .deliver(new ResultEvent.Finished(context.query().progress().counts()));
            return;
        }
        Thread.ofPlatform().name("insert-" + context.query().id()).daemon(true).start(() -> {
            try {
                story.run();
                context.query()
                        .deliver(new ResultEvent.Finished(
                                context.query().progress().counts()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                context.query()
                        .deliver(new ResultEvent.Failed(
                                context.query().cancellation().failure()));
            } catch (RuntimeException | Error e) {
                // whatever it was: the client waits for an event
                context.query().deliver(new ResultEvent.Failed(DbException.of(e)));
            }
        });
    }

    /** The names of an INSERT's column list; {@code * EXCEPT(a)} is all but a. */
    private static List<String> columns(List<Expr> list, TableDefinition table) {
        List<String> names = new ArrayList<>();
        for (Expr expr : list) {
            switch (expr) {
                case Expr.Identifier identifier -> names.add(identifier.fullName());
                case Expr.Asterisk all -> {
                    List<String> excluded = all.transformers().stream()
                            .filter(t -> t instanceof ColumnTransformer.Except)
                            .flatMap(t -> ((ColumnTransformer.Except) t).names().stream())
                            .toList();
                    table.columns().stream()
                            .filter(c -> c.isOrdinary() && !excluded.contains(c.name()))
                            .forEach(c -> names.add(c.name()));
                }
                default ->
                    throw new DbException(
                            ErrorCode.BAD_ARGUMENTS, "The column list of an INSERT must consist of names");
            }
        }
        return names;
    }
}
