package io.millrace.engine;

import io.millrace.data.block.Block;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.engine.statement.Explaining;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.build.PipelineBuilder;
import io.millrace.planner.build.ReadCounter;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.Statement;
import java.util.List;

/** Runs subqueries whose values are needed while a query is analyzed; waits for them on the query's own thread. */
record SubqueryRuns(QueryResources resources, ReadCounter reads) implements AnalysisContext.SubqueryRunner {
    @Override
    public Block run(PlannedQuery query, int maxRows) {
        PlannedQuery planned = Planner.optimize(query);
        CollectSink rows = collect(planned, maxRows);
        ColumnBuilder[] builders = planned.header().newBuilders(16);
        int count = 0;
        for (Block block : rows.blocks()) {
            count += block.rows();
            for (int i = 0; i < builders.length; i++) {
                builders[i].appendRange(block.column(i).plain(), 0, block.rows());
            }
        }
        Block all = Block.of(planned.header(), builders);
        return builders.length == 0 ? new Block(planned.header(), all.columns(), count) : all;
    }

    @Override
    public List<String> explain(Statement.Explain explain, AnalysisContext context) {
        return Explaining.lines(explain, context);
    }

    private CollectSink collect(PlannedQuery planned, int maxRows) {
        CollectSink rows = new CollectSink(maxRows, resources.context());
        PipelineBuilder.BuiltQuery built = PipelineBuilder.build(planned, rows, resources, reads);
        PipelineRun.start(built.pipelines(), resources).awaitBlocking();
        return rows;
    }
}
