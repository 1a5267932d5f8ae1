package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.query.QueryContext;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.explain.PlanText;
import io.millrace.planner.explain.SyntaxTreeText;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.print.SqlPrinter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** EXPLAIN: the plan, or the statement as it was understood. */
public final class Explaining {
    private static final Set<String> PLAN_SETTINGS = Set.of(
            "header",
            "description",
            "indexes",
            "indices",
            "actions",
            "json",
            "optimize",
            "projections",
            "sorting",
            "distributed",
            "compact",
            "pretty",
            "column_structure",
            "input_headers",
            "keep_logical_steps");

    private Explaining() {}

    static StatementAnswer explain(Statement.Explain explain, QueryContext context) {
        return new StatementAnswer.Rows(Names.texts("explain", lines(explain, context.analysis())));
    }

    /** The lines of the answer. */
    public static List<String> lines(Statement.Explain explain, AnalysisContext context) {
        checkSettings(explain);
        return switch (explain.kind()) {
            case PLAN, PIPELINE -> plan(explain, context);
            case SYNTAX -> syntax(explain.statement());
            case AST -> SyntaxTreeText.lines(explain.statement());
            case QUERY_TREE, ESTIMATE, TABLE_OVERRIDE, CURRENT_TRANSACTION ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "EXPLAIN " + explain.kind().sql() + " is not supported by this version");
        };
    }

    private static List<String> syntax(Statement statement) {
        String text = statement instanceof Statement.SelectStatement
                ? SqlPrinter.understood(statement)
                : SqlPrinter.multiLine(statement);
        return List.of(text.split("\n", -1));
    }

    private static void checkSettings(Statement.Explain explain) {
        Set<String> known = switch (explain.kind()) {
            case PLAN -> PLAN_SETTINGS;
            case PIPELINE -> Set.of("header", "graph", "compact");
            case AST -> Set.of("graph", "optimize");
            case SYNTAX -> Set.of("oneline", "run_query_tree_passes", "query_tree_passes");
            default -> Set.of();
        };
        for (SettingChange setting : explain.settings()) {
            if (!known.contains(setting.name())) {
                throw new DbException(
                        ErrorCode.UNKNOWN_SETTING,
                        "Unknown setting \"" + setting.name() + "\" for EXPLAIN "
                                + explain.kind().sql() + " query. Supported settings: "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static List<String> plan(Statement.Explain explain, AnalysisContext context) {
        if (!(explain.statement() instanceof Statement.SelectStatement select)) {
            throw new DbException(
                    ErrorCode.INCORRECT_QUERY,
                    "Only SELECT is supported for EXPLAIN " + explain.kind().sql());
        }
        boolean details = explain.settings().stream().anyMatch(Explaining::asksForDetails);
        PlannedQuery planned = Planner.plan(select.query(), context);
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
