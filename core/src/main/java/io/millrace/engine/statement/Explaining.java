package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.query.QueryContext;
import io.millrace.planner.Planner;
import io.millrace.planner.explain.PlanText;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.print.SqlPrinter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** EXPLAIN: the plan, or the statement as it was understood. */
final class Explaining {
    private Explaining() {}

    static StatementAnswer explain(Statement.Explain explain, QueryContext context) {
        List<String> lines = switch (explain.kind()) {
            case PLAN, PIPELINE -> plan(explain, context);
            case SYNTAX -> List.of(SqlPrinter.multiLine(explain.statement()).split("\n", -1));
            case AST -> List.of(explain.statement().toString());
            case QUERY_TREE, ESTIMATE, TABLE_OVERRIDE, CURRENT_TRANSACTION ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "EXPLAIN " + explain.kind().sql() + " is not supported by this version");
        };
        return new StatementAnswer.Rows(Names.texts("explain", lines));
    }

    private static List<String> plan(Statement.Explain explain, QueryContext context) {
        if (!(explain.statement() instanceof Statement.SelectStatement select)) {
            throw new DbException(
                    ErrorCode.INCORRECT_QUERY,
                    "Only SELECT is supported for EXPLAIN " + explain.kind().sql());
        }
        boolean details = explain.settings().stream().anyMatch(Explaining::asksForDetails);
        PlannedQuery planned = Planner.plan(select.query(), context.analysis());
        List<String> lines = new ArrayList<>(PlanText.lines(planned.plan(), details));
        for (PlannedQuery.PendingSet set : planned.sets()) {
            lines.add("CreatingSet");
            PlanText.lines(set.plan(), details).forEach(l -> lines.add("  " + l));
        }
        return lines;
    }

    private static boolean asksForDetails(SettingChange change) {
        return (change.name().equals("actions") || change.name().equals("indexes"))
                && change.value()
                        .filter(v -> v.equals(new LiteralValue.IntegerValue(BigInteger.ONE)))
                        .isPresent();
    }
}
