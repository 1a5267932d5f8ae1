package io.millrace.engine;

import io.millrace.data.block.Block;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.plan.PlannedQuery;

/** Stands in for subqueries while a statement is only prepared: one row of default values of the right types. */
enum SubqueryHeaders implements AnalysisContext.SubqueryRunner {
    INSTANCE;

    @Override
    public Block run(PlannedQuery query, int maxRows) {
        ColumnBuilder[] builders = query.header().newBuilders(1);
        for (ColumnBuilder builder : builders) {
            builder.appendDefault();
        }
        Block row = Block.of(query.header(), builders);
        return new Block(row.header(), row.columns(), 1);
    }
}
