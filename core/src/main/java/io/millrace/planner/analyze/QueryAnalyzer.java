package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.expressions.tree.SetReference;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.planner.plan.WorkTable;
import io.millrace.planner.scope.Relation;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Turns the syntax of a query into a logical plan: names, types and functions resolved, access to tables checked. One analyzer serves one level of
 * WITH; nested queries get children that see what it sees. For one thread.
 */
public final class QueryAnalyzer {
    /** From UInt8 to UInt64 are three; more is a type that grows for ever. */
    private static final int MAX_WIDENINGS = 20;

    private final AnalysisContext context;
    private final List<PlannedQuery.PendingSet> sets;
    private final Map<String, CommonTable> commonTables;
    private final Map<String, Expr> commonExpressions;
    private final ExpandedSize size;
    private final int depth;

    /** A query of WITH, and the analyzer it was written under. */
    private sealed interface CommonTable {
        record Written(Query.WithQuery with, QueryAnalyzer under, boolean recursive) implements CommonTable {}

        /** The table of a recursive query, while its step is analyzed. */
        record Working(WorkTable table) implements CommonTable {}
    }

    private QueryAnalyzer(
            AnalysisContext context,
            List<PlannedQuery.PendingSet> sets,
            Map<String, CommonTable> commonTables,
            Map<String, Expr> commonExpressions,
            ExpandedSize size,
            int depth) {
        this.size = size;
        this.context = context;
        this.sets = sets;
        this.commonTables = commonTables;
        this.commonExpressions = commonExpressions;
        this.depth = depth;
    }

    /** Analyzes a whole query. */
    public static PlannedQuery analyze(Query query, AnalysisContext context) {
        QueryAnalyzer analyzer = root(context);
        Plan plan = analyzer.plan(query);
        return new PlannedQuery(plan, analyzer.sets);
    }

    /** An analyzer that sees no query around it. */
    static QueryAnalyzer root(AnalysisContext context) {
        return new QueryAnalyzer(
                context,
                new ArrayList<>(),
                Map.of(),
                Map.of(),
                new ExpandedSize(context.bind().evaluation().cancellation()),
                0);
    }

    /** Binds an expression over some columns: defaults, keys, conditions of mutations. Subqueries in it are not allowed to be pending. */
    public static Expression bindExpression(Expr expr, Header header, AnalysisContext context) {
        QueryAnalyzer analyzer = root(context);
        Plan.Values rows = new Plan.Values(header.emptyBlock());
        ExpressionBinder binder =
                new ExpressionBinder(analyzer, Relation.of(rows, List.of()), Aliases.none(), SpecialCalls.rowsOnly());
        return binder.bind(expr);
    }

    /** Binds an expression without columns that is going to be converted to a type: a parameter that is open takes it. */
    public static Expression bindFor(Expr expr, DataType type, AnalysisContext context) {
        if (expr instanceof Expr.QueryParameter parameter && ParameterTypes.isOpen(parameter, context.positional())) {
            context.positional().decide(parameter.name(), type);
        }
        return bindExpression(expr, new Header(List.of()), context);
    }

    /** {@code SELECT * FROM name}. */
    static Query selectAll(TableName name) {
        return Query.Select.allOf(Position.NONE, new FromItem.Table(name, FromItem.Modifiers.NONE));
    }

    AnalysisContext context() {
        return context;
    }

    Map<String, Expr> commonExpressions() {
        return commonExpressions;
    }

    /** An analyzer for a nested query. */
    QueryAnalyzer nested() {
        long limit = context.settings().get(PlannerSettings.MAX_SUBQUERY_DEPTH);
        if (depth >= limit) {
            throw new DbException(
                    ErrorCode.TOO_DEEP_SUBQUERIES, "Too deep subqueries. Maximum: " + limit + " (max_subquery_depth)");
        }
        return new QueryAnalyzer(context, sets, commonTables, commonExpressions, size, depth + 1);
    }

    private QueryAnalyzer with(AnalysisContext other) {
        return new QueryAnalyzer(other, sets, commonTables, commonExpressions, size, depth);
    }

    /** The plan of a view's query: nothing of the query around it is visible in there. */
    Plan planIsolated(Query query, AnalysisContext inside) {
        size.addQuery();
        return new QueryAnalyzer(inside, sets, Map.of(), Map.of(), size, depth + 1).plan(query);
    }

    /** How far this query and those around it have been expanded. */
    ExpandedSize size() {
        return size;
    }

    void addSet(SetReference reference, Plan plan) {
        sets.add(new PlannedQuery.PendingSet(reference, plan));
    }

    // ---- queries

    Plan plan(Query query) {
        return switch (query) {
            case Query.Select select -> select(select);
            case Query.Combined combined -> {
                // what the first query's WITH names, the others know too
                QueryAnalyzer others = first(combined).map(this::withCommon).orElse(this);
                List<Plan> plans =
                        new ArrayList<>(List.of(plan(combined.queries().getFirst())));
                combined.queries().stream().skip(1).map(others::plan).forEach(plans::add);
                yield new SetOperations(context).combined(combined.operator(), plans);
            }
        };
    }

    private static Optional<Query.Select> first(Query query) {
        return switch (query) {
            case Query.Select select -> Optional.of(select);
            case Query.Combined combined -> first(combined.queries().getFirst());
        };
    }

    private Plan select(Query.Select select) {
        QueryAnalyzer inside = nested();
        if (!select.settings().isEmpty()) {
            inside = inside.with(context.withSettings(SettingChanges.apply(context.settings(), select.settings())));
        }
        inside = inside.withCommon(select);
        return new SelectAnalyzer(inside, select).plan();
    }

    private QueryAnalyzer withCommon(Query.Select select) {
        if (select.with().isEmpty()) {
            return this;
        }
        Map<String, CommonTable> tables = new HashMap<>(commonTables);
        Map<String, Expr> expressions = new HashMap<>(commonExpressions);
        QueryAnalyzer result = new QueryAnalyzer(context, sets, tables, expressions, size, depth);
        for (Query.With with : select.with()) {
            switch (with) {
                case Query.WithExpression expression -> expressions.put(expression.name(), expression.expression());
                case Query.WithQuery query -> {
                    // a query of WITH sees those before it, and itself only if it is recursive
                    QueryAnalyzer under =
                            new QueryAnalyzer(context, sets, Map.copyOf(tables), Map.copyOf(expressions), size, depth);
                    tables.put(query.name(), new CommonTable.Written(query, under, select.recursive()));
                }
            }
        }
        return result;
    }

    // ---- names of tables

    /** The plan of a query of WITH, if the name means one. */
    Optional<Plan> commonTable(String name) {
        return switch (commonTables.get(name)) {
            case null -> Optional.empty();
            case CommonTable.Working working ->
                Optional.of(new Plan.Scan(
                        working.table(),
                        working.table().definition().storedHeader(),
                        Optional.empty(),
                        false,
                        OptionalLong.empty()));
            case CommonTable.Written written -> {
                size.addQuery();
                yield Optional.of(
                        written.recursive()
                                        && RecursiveQueries.refersTo(
                                                written.with().query(), name)
                                ? recursive(written)
                                : named(
                                        written.under().plan(written.with().query()),
                                        written.with().columns()));
            }
        };
    }

    private static Plan named(Plan plan, List<String> names) {
        if (names.isEmpty()) {
            return plan;
        }
        if (names.size() != plan.header().width()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "The list of column names has " + names.size() + " names for "
                            + plan.header().width() + " columns");
        }
        List<Expression> expressions = new ArrayList<>();
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            expressions.add(
                    new Expression.Input(i, plan.header().name(i), plan.header().type(i)));
            fields.add(new Header.Field(names.get(i), plan.header().type(i)));
        }
        return new Plan.Project(plan, expressions, new Header(fields));
    }

    private Plan recursive(CommonTable.Written written) {
        Query.WithQuery with = written.with();
        if (!(with.query() instanceof Query.Combined union)
                || union.queries().size() < 2
                || Combination.of(union.operator(), context.settings()) != Combination.UNION_ALL) {
            throw new DbException(
                    ErrorCode.UNSUPPORTED_METHOD,
                    "Recursive CTE '" + with.name() + "' must be a UNION ALL of a first query and a recursive one");
        }
        QueryAnalyzer under = written.under();
        List<Query> queries = union.queries();
        Plan first = named(under.plan(queries.getFirst()), with.columns());
        Header header = first.header();
        int setsBefore = sets.size();
        for (int attempt = 0; attempt < MAX_WIDENINGS; attempt++) {
            WorkTable work = new WorkTable(with.name(), header);
            Map<String, CommonTable> tables = new HashMap<>(under.commonTables);
            tables.put(with.name(), new CommonTable.Working(work));
            QueryAnalyzer step =
                    new QueryAnalyzer(under.context, sets, tables, under.commonExpressions, size, under.depth);
            List<Plan> plans = new ArrayList<>(List.of(first));
            queries.subList(1, queries.size()).forEach(query -> plans.add(step.plan(query)));
            List<Plan> aligned =
                    new SetOperations(context).align(plans, ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH);
            List<Plan> steps = aligned.subList(1, aligned.size());
            if (aligned.getFirst().header().equals(header)) {
                long most = context.settings().get(PlannerSettings.MAX_RECURSIVE_CTE_EVALUATION_DEPTH);
                return new Plan.Recursive(aligned.getFirst(), new Plan.Union(steps, header), work, most);
            }
            sets.subList(setsBefore, sets.size()).clear();
            header = aligned.getFirst().header(); // n + 1 is wider than n: what the step gives, the step has to take
        }
        throw new DbException(
                ErrorCode.TYPE_MISMATCH,
                "The types of recursive CTE '" + with.name()
                        + "' grow with every step. Cast its columns to what they should be");
    }

    /** Whether a name behind IN means a table rather than a column or an alias. */
    boolean namesTable(List<String> parts, ExpressionBinder binder) {
        if (parts.size() == 1) {
            String name = parts.getFirst();
            if (commonTables.containsKey(name)) {
                return true;
            }
            if (binder.relation().find(parts).isPresent() || commonExpressions.containsKey(name)) {
                return false;
            }
            return context.externalTables().find(name).isPresent()
                    || context.catalog()
                            .find(new TableId(context.bind().database(), name))
                            .isPresent();
        }
        return context.catalog().find(new TableId(parts.get(0), parts.get(1))).isPresent();
    }

    // ---- subqueries as values

    /** Runs a query whose result is one row and gives it as a constant: NULL if there is no row. */
    Expression scalarSubquery(Query query) {
        Block block = firstRows(query, 2);
        if (block.rows() > 1) {
            throw new DbException(
                    ErrorCode.INCORRECT_RESULT_OF_SCALAR_SUBQUERY, "Scalar subquery returned more than one row");
        }
        List<DataType> types = block.header().types();
        if (block.header().width() == 1) {
            DataType type = types.getFirst();
            if (block.rows() == 0) {
                return Literals.defaultOf(Types.nullable(Types.withoutLowCardinality(type)));
            }
            return nullableConstant(type, block.column(0).plain());
        }
        DataType type = new DataType.TupleType(types, distinctNames(block.header()));
        if (block.rows() == 0) {
            return Literals.nullConstant();
        }
        List<Column> columns = block.columns().stream().map(Column::plain).toList();
        return new Expression.Constant(type, new TupleColumn(columns, 1));
    }

    private static List<String> distinctNames(Header header) {
        List<String> names = header.names();
        return names.stream().distinct().count() == names.size() ? names : List.of();
    }

    private static Expression nullableConstant(DataType declared, Column value) {
        DataType type = Types.withoutLowCardinality(declared);
        if (type.isNullable() || !Types.canBeInNullable(type)) {
            return new Expression.Constant(type, value);
        }
        return new Expression.Constant(Types.nullable(type), new NullableColumn(new byte[1], value));
    }

    /** Whether a query has any row. */
    boolean anyRow(Query query) {
        return firstRows(query, 1).rows() > 0;
    }

    private Block firstRows(Query query, int count) {
        PlannedQuery planned = analyze(nested(), query);
        Plan first = new Plan.Limit(planned.plan(), count, 0, Optional.empty());
        return context.subqueries().run(new PlannedQuery(first, planned.sets()), count);
    }

    private PlannedQuery analyze(QueryAnalyzer analyzer, Query query) {
        List<PlannedQuery.PendingSet> own = new ArrayList<>();
        QueryAnalyzer alone = new QueryAnalyzer(
                analyzer.context, own, analyzer.commonTables, analyzer.commonExpressions, size, analyzer.depth);
        return new PlannedQuery(alone.plan(query), own);
    }
}
