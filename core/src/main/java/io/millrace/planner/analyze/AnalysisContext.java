package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.BindContext;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analyzer may ask for: the session's facts and the engine's abilities. Immutable.
 *
 * @param parameters values of {@code {name:Type}} as texts
 * @param subqueries runs scalar subqueries while the query is analyzed
 * @param positional the parameters {@code $1}, {@code $2}, ... of PostgreSQL's dialect
 * @param externalTables temporary tables of the session, found before the catalog's
 */
public record AnalysisContext(
        Catalog catalog,
        BindContext bind,
        Map<String, String> parameters,
        PositionalParameters positional,
        SubqueryRunner subqueries,
        TableServices services,
        TemporaryTables externalTables) {
    public Settings settings() {
        return bind.settings();
    }

    /** The same, with names looked up in another database: inside a view. */
    public AnalysisContext inDatabase(String database) {
        return withBind(new BindContext(
                bind.functions(),
                bind.settings(),
                bind.zone(),
                bind.now(),
                bind.user(),
                database,
                bind.queryId(),
                bind.version(),
                bind.evaluation()));
    }

    /** The same with other settings: SETTINGS of a subquery. */
    public AnalysisContext withSettings(Settings settings) {
        return withBind(new BindContext(
                bind.functions(),
                settings,
                bind.zone(),
                bind.now(),
                bind.user(),
                bind.database(),
                bind.queryId(),
                bind.version(),
                bind.evaluation()));
    }

    private AnalysisContext withBind(BindContext other) {
        return new AnalysisContext(catalog, other, parameters, positional, subqueries, services, externalTables);
    }

    /** Runs a planned query to its end, for a scalar subquery or EXISTS; at most {@code maxRows} rows are collected. */
    public interface SubqueryRunner {
        Block run(PlannedQuery query, int maxRows);

        /** Runs the subqueries behind IN whose values an expression looks into. */
        default void fill(List<PlannedQuery.PendingSet> sets) {
            run(new PlannedQuery(new Plan.Values(new Header(List.of()).emptyBlock()), sets), 0);
        }

        /** The lines of an EXPLAIN that stands in FROM. */
        default List<String> explain(Statement.Explain explain, AnalysisContext context) {
            throw new DbException(ErrorCode.UNSUPPORTED_METHOD, "EXPLAIN is not allowed here");
        }
    }

    /** The temporary tables of a session. */
    public interface TemporaryTables {
        Optional<Table> find(String name);
    }
}
