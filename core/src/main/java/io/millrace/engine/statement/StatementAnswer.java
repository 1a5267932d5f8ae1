package io.millrace.engine.statement;

import io.millrace.data.block.Block;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.TableName;

/** What a statement that is no INSERT comes to. */
public sealed interface StatementAnswer {
    /** Done, without a result. */
    record Done() implements StatementAnswer {}

    /** Rows that are known already. */
    record Rows(Block block) implements StatementAnswer {}

    /** A query to run. */
    record Run(PlannedQuery query) implements StatementAnswer {}

    /** An INSERT SELECT that completes it: CREATE TABLE AS SELECT. */
    record Fill(TableName table, Query query) implements StatementAnswer {}
}
