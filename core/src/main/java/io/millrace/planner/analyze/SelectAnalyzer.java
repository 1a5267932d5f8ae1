package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.fill.FillTransform;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.scope.Relation;
import io.millrace.planner.scope.ScopeColumn;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.print.ColumnNames;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Analyzes one SELECT: binds its clauses over the relation of FROM, then lays the steps on each other in the order in which ClickHouse
 * runs them: ARRAY JOIN, WHERE, aggregation, windows, projection, DISTINCT, ORDER BY, LIMIT BY, LIMIT.
 */
final class SelectAnalyzer {
    private final QueryAnalyzer analyzer;
    private final Query.Select select;
    private final SelectCalls calls = new SelectCalls();

    SelectAnalyzer(QueryAnalyzer analyzer, Query.Select select) {
        this.analyzer = analyzer;
        this.select = select;
    }

    private static boolean takesPrewhere(Plan from) {
        return switch (from) {
            case Plan.Scan scan -> FromAnalyzer.isMergeTree(scan.table());
            case Plan.ArrayJoin join -> takesPrewhere(join.input());
            default -> false;
        };
    }

    Plan plan() {
        Aliases aliases = Aliases.of(select, analyzer.commonExpressions());
        Relation relation = select.from()
                .map(f -> new FromAnalyzer(analyzer, aliases).relation(f))
                .orElseGet(FromAnalyzer::one);
        ExpressionBinder binder = new ExpressionBinder(analyzer, relation, aliases, calls);

        List<Matchers.Item> items = Matchers.expand(select.columns(), relation);
        Optional<Expression> prewhere =
                select.prewhere().map(e -> calls.withoutAggregates("PREWHERE", () -> binder.condition(e, "PREWHERE")));
        if (prewhere.isPresent() && !takesPrewhere(relation.plan())) {
            throw new DbException(
                    ErrorCode.ILLEGAL_PREWHERE, "PREWHERE is only supported by tables of the MergeTree family");
        }
        Optional<Expression> where =
                select.where().map(e -> calls.withoutAggregates("WHERE", () -> binder.condition(e, "WHERE")));
        GroupAnalyzer groups = new GroupAnalyzer(select, items, binder, calls);
        List<Expression> keys = groups.keys();
        List<OutputColumn> outputs = outputs(items, binder);
        Optional<Expression> having = select.having().map(e -> binder.condition(e, "HAVING"));
        Optional<Expression> qualify = select.qualify().map(e -> binder.condition(e, "QUALIFY"));
        OrderAnalyzer order = new OrderAnalyzer(select, outputs, binder);
        List<WindowAnalyzer.BoundWindow> windows = new WindowAnalyzer(select, calls, binder).windows();

        Stage stage = new Stage(relation.plan(), calls);
        stage.filter(prewhere);
        stage.filter(where);
        if (groups.isAggregating(having)) {
            stage.aggregate(groups.spec(keys), having);
        } else {
            stage.filter(having);
        }
        stage.windows(windows);
        stage.filter(qualify);
        return finished(stage, outputs, order);
    }

    /** Bound columns of the result with their names. */
    private List<OutputColumn> outputs(List<Matchers.Item> items, ExpressionBinder binder) {
        List<OutputColumn> outputs = new ArrayList<>();
        for (Matchers.Item item : items) {
            if (item.expr() instanceof Expr.FunctionCall call && call.name().equals("untuple")) {
                outputs.addAll(untuple(call, binder));
                continue;
            }
            Expression bound = binder.bind(item.expr());
            outputs.add(new OutputColumn(item.name().orElseGet(() -> name(item.expr(), binder.relation())), bound));
        }
        return outputs;
    }

    /** ClickHouse's name of a column without alias: a column's own name, otherwise the expression's text. */
    private String name(Expr expr, Relation relation) {
        if (expr instanceof Expr.Identifier identifier) {
            Optional<ScopeColumn> column = relation.find(identifier.parts());
            if (column.isPresent() && identifier.parts().size() > 1) {
                return Matchers.displayName(column.get(), relation);
            }
        }
        return ColumnNames.of(expr);
    }

    private static List<OutputColumn> untuple(Expr.FunctionCall call, ExpressionBinder binder) {
        if (call.arguments().size() != 1) {
            throw new DbException(ErrorCode.UNSUPPORTED_METHOD, "Function 'untuple' must have 1 argument");
        }
        Expression tuple = binder.bind(call.arguments().getFirst());
        if (!(tuple.type() instanceof DataType.TupleType type)) {
            throw new DbException(
                    ErrorCode.UNSUPPORTED_METHOD,
                    "Function 'untuple' argument must have compound type. Actual type "
                            + tuple.type().name());
        }
        List<OutputColumn> elements = new ArrayList<>();
        for (int i = 0; i < type.elements().size(); i++) {
            Expression element =
                    binder.calls().call("tupleElement", tuple, Literals.integer(BigInteger.valueOf(i + 1)));
            String suffix = type.names().isEmpty()
                    ? String.valueOf(i + 1)
                    : type.names().get(i);
            elements.add(new OutputColumn(
                    "tupleElement(" + ColumnNames.of(call.arguments().getFirst()) + ", '" + suffix + "')", element));
        }
        return elements;
    }

    /** Projection and everything behind it. */
    private Plan finished(Stage stage, List<OutputColumn> outputs, OrderAnalyzer order) {
        Projection projection = new Projection(stage);
        for (OutputColumn output : outputs) {
            projection.addOutput(output.name(), output.expression());
        }
        OrderAnalyzer.Order resolved = order.resolve(projection);
        List<Integer> limitBy = order.limitByColumns(projection);
        Plan plan = projection.plan();
        if (select.distinct() == Query.Distinct.DISTINCT) {
            List<Integer> columns = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                columns.add(i);
            }
            plan = new Plan.Distinct(plan, columns, OptionalLong.empty());
        }
        LimitClause limit = LimitClause.of(select, order.binder());
        if (!resolved.keys().isEmpty()) {
            boolean bounded = limit.isBounded()
                    && select.limitBy().isEmpty()
                    && resolved.fill().isEmpty()
                    && !limit.withTies();
            plan = new Plan.Sort(
                    plan, resolved.keys(), bounded ? OptionalLong.of(limit.rowsNeeded()) : OptionalLong.empty());
        }
        if (select.limitBy().isPresent()) {
            Query.LimitBy clause = select.limitBy().get();
            plan = new Plan.LimitBy(
                    plan,
                    limitBy,
                    LimitClause.constant(clause.limit(), order.binder()),
                    clause.offset()
                            .map(o -> LimitClause.constant(o, order.binder()))
                            .orElse(0L));
        }
        if (!resolved.fill().isEmpty()) {
            plan = new Plan.Fill(plan, filling(resolved, outputs, order.binder()));
        }
        if (limit.countsFromEnd()) {
            plan = new Plan.Tail(plan, limit.limit(), limit.offset());
        } else if (limit.isPresent()) {
            Optional<List<SortKey>> ties = limit.withTies() ? Optional.of(resolved.keys()) : Optional.empty();
            plan = new Plan.Limit(plan, limit.limit(), limit.offset(), ties);
        }
        return projection.narrowed(plan, outputs.size());
    }

    /** What WITH FILL puts into the rows that it adds; INTERPOLATE speaks of the result's columns in the row before. */
    private FillTransform.Spec filling(OrderAnalyzer.Order order, List<OutputColumn> outputs, ExpressionBinder binder) {
        List<Integer> columns = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Header row = new Header(outputs.stream()
                .map(o -> new Header.Field(o.name(), o.expression().type()))
                .toList());
        for (Query.Interpolation interpolation : interpolations(order, outputs)) {
            int column = row.find(interpolation.name())
                    .orElseThrow(() -> new DbException(
                            ErrorCode.UNKNOWN_IDENTIFIER,
                            "Missing column '" + interpolation.name() + "' as an INTERPOLATE expression target"));
            columns.add(column);
            Expression value = QueryAnalyzer.bindExpression(
                    interpolation.expression(), row, binder.analyzer().context());
            values.add(binder.calls().cast(value, row.type(column)));
        }
        return new FillTransform.Spec(order.prefix(), order.fill(), columns, values);
    }

    /** INTERPOLATE without a list keeps all columns that are not sorted by. */
    private List<Query.Interpolation> interpolations(OrderAnalyzer.Order order, List<OutputColumn> outputs) {
        Optional<List<Query.Interpolation>> written = select.orderBy().interpolate();
        if (written.isEmpty() || !written.get().isEmpty()) {
            return written.orElse(List.of());
        }
        List<Query.Interpolation> all = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            int column = i;
            if (order.keys().stream().noneMatch(k -> k.column() == column)) {
                String name = outputs.get(i).name();
                all.add(new Query.Interpolation(name, new Expr.Identifier(Position.NONE, List.of(name))));
            }
        }
        return all;
    }

    /** One column of the result, over the relation of FROM. */
    record OutputColumn(String name, Expression expression) {}

    /** A whole number in GROUP BY, ORDER BY or LIMIT BY, as a position in the select list. */
    static Optional<Integer> position(Expr expr) {
        return expr instanceof Expr.Literal literal
                        && literal.value() instanceof LiteralValue.IntegerValue number
                        && number.value().bitLength() < 31
                ? Optional.of(number.value().intValue())
                : Optional.empty();
    }

    /** The columns that are computed at the end: those of the result, and more that only ORDER BY and LIMIT BY need. */
    static final class Projection {
        private final Stage stage;
        private final List<Expression> expressions = new ArrayList<>();
        private final List<Header.Field> fields = new ArrayList<>();

        /** First places of the expressions. */
        private final Map<Expression, Integer> places = new HashMap<>();

        Projection(Stage stage) {
            this.stage = stage;
        }

        void addOutput(String name, Expression expression) {
            Expression current = stage.current(expression);
            places.putIfAbsent(current, expressions.size());
            expressions.add(current);
            fields.add(new Header.Field(name, current.type()));
        }

        /** Index of the column with this value; it is added if the result does not have it. */
        int indexOf(Expression expression) {
            Expression current = stage.current(expression);
            Integer known = places.putIfAbsent(current, expressions.size());
            if (known != null) {
                return known;
            }
            expressions.add(current);
            fields.add(new Header.Field("__order" + expressions.size(), current.type()));
            return expressions.size() - 1;
        }

        Plan plan() {
            return new Plan.Project(stage.plan(), expressions, new Header(fields));
        }

        /** Without the columns that only the order needed. */
        Plan narrowed(Plan plan, int width) {
            if (plan.header().width() == width) {
                return plan;
            }
            List<Expression> kept = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                kept.add(new Expression.Input(
                        i, plan.header().name(i), plan.header().type(i)));
            }
            return new Plan.Project(
                    plan, kept, new Header(plan.header().fields().subList(0, width)));
        }
    }
}
