package io.millrace.engine.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.DefaultedCells;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.build.PipelineBuilder;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.planner.plan.WorkTable;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.util.ArrayList;
import java.util.List;

/**
 * One materialized view during an INSERT into its source: its query runs over each inserted block, its rows go to its target, and on to the views that follow the
 * target. For one thread.
 */
final class ViewFeed implements AutoCloseable {
    private final QueryContext context;
    private final String view;
    private final Query query;
    private final AnalysisContext analysis;
    private final WorkTable rows;
    private final InsertTarget target;
    private final BlockCollector collector;
    private final RowCompletion completion;
    private final List<ViewFeed> followers;

    private ViewFeed(
            Table view,
            Watching watching,
            Table source,
            Table target,
            Insertable insertable,
            List<ViewFeed> followers,
            QueryContext context) {
        this.context = context;
        this.view = view.id().toString();
        this.query = parse(watching.selectText());
        this.rows = new WorkTable(source.id().name(), source.definition().storedHeader());
        this.analysis =
                InsertedRows.inPlaceOf(source.id(), rows, context.analysis().inDatabase(watching.database()));
        this.target = new InsertTarget(target, insertable, context.settings(), context.evaluation());
        this.collector = this.target.newCollector();
        List<String> produced = Planner.plan(query, analysis).header().names().stream()
                .filter(n -> target.definition().findColumn(n).isPresent())
                .toList();
        this.completion = RowCompletion.of(target.definition(), produced, context.analysis());
        this.followers = followers;
    }

    static ViewFeed of(Table view, Databases databases, QueryContext context) {
        Watching watching = (Watching) view;
        Table source = databases.get(watching.source());
        Table target = databases.get(watching.target());
        if (!(target instanceof Insertable insertable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "The target " + target.id() + " of materialized view " + view.id() + " takes no rows");
        }
        List<ViewFeed> followers = databases.watchers(target.id()).stream()
                .map(v -> of(v, databases, context))
                .toList();
        return new ViewFeed(view, watching, source, target, insertable, followers, context);
    }

    private static Query parse(String text) {
        if (Parser.parse(text, Dialect.CLICKHOUSE).statement() instanceof Statement.SelectStatement select) {
            return select.query();
        }
        throw DbException.bug("The query of a materialized view is no SELECT");
    }

    void feed(Block block) {
        try {
            rows.replace(List.of(block));
            PlannedQuery planned = fitted(Planner.plan(query, analysis));
            CollectSink result = new CollectSink(context.evaluation());
            PipelineBuilder.BuiltQuery built =
                    PipelineBuilder.build(planned, result, context.resources(), (r, b) -> {});
            PipelineRun.start(built.pipelines(), context.resources()).awaitBlocking();
            for (Block produced : result.blocks()) {
                Block whole = completion.complete(produced, DefaultedCells.NONE, context.evaluation());
                if (whole.rows() > 0) {
                    collector.add(whole);
                    followers.forEach(f -> f.feed(whole));
                }
            }
        } catch (DbException e) {
            throw e.during("while pushing to view " + view);
        }
    }

    /** The query's columns that the target has, in its types. */
    private PlannedQuery fitted(PlannedQuery planned) {
        Header wanted = completion.input();
        Calls calls = new Calls(analysis.bind());
        List<Expression> columns = new ArrayList<>();
        for (Header.Field field : wanted.fields()) {
            int index = planned.header().index(field.name());
            columns.add(calls.cast(
                    new Expression.Input(index, field.name(), planned.header().type(index)), field.type()));
        }
        return new PlannedQuery(new Plan.Project(planned.plan(), columns, wanted), planned.sets());
    }

    List<PreparedInsert> prepare() {
        List<PreparedInsert> prepared = new ArrayList<>(target.prepare());
        followers.forEach(f -> prepared.addAll(f.prepare()));
        return prepared;
    }

    @Override
    public void close() {
        target.close();
        followers.forEach(ViewFeed::close);
    }
}
