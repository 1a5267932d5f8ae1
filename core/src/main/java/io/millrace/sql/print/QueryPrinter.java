package io.millrace.sql.print;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Query.GroupBy;
import io.millrace.sql.ast.Query.Limit;
import io.millrace.sql.ast.Query.Select;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Quoting;
import java.util.List;
import java.util.Optional;

/** Prints queries. */
final class QueryPrinter {
    private final Layout out;
    private final ExpressionPrinter expressions;

    QueryPrinter(Layout out) {
        this.out = out;
        this.expressions = new ExpressionPrinter(out, this);
    }

    ExpressionPrinter expressions() {
        return expressions;
    }

    void query(Query query) {
        switch (query) {
            case Select select -> select(select);
            case Query.Combined combined -> combined(combined);
        }
    }

    private void combined(Query.Combined combined) {
        for (int i = 0; i < combined.queries().size(); i++) {
            Query part = combined.queries().get(i);
            if (i > 0) {
                out.line().add(combined.operator().sql()).line();
            }
            if (needsBrackets(combined.operator(), part, i)) {
                out.add("(").deeper().softLine();
                query(part);
                out.shallower().softLine().add(")");
            } else {
                query(part);
            }
        }
    }

    /** Without brackets the parser reads from left to right, INTERSECT first; settings would end up outside. */
    private static boolean needsBrackets(Query.Operator operator, Query part, int index) {
        return switch (part) {
            case Select select -> false;
            case Query.Combined inner -> {
                boolean intersects = intersects(inner.operator());
                boolean sameRun =
                        inner.operator() == operator && operator.ordinal() <= Query.Operator.UNION_DISTINCT.ordinal();
                yield intersects ? intersects(operator) && index > 0 : intersects(operator) || index > 0 || sameRun;
            }
        };
    }

    private static boolean intersects(Query.Operator operator) {
        return operator.ordinal() >= Query.Operator.INTERSECT.ordinal();
    }

    private void select(Select select) {
        if (!select.with().isEmpty()) {
            out.add(select.recursive() ? "WITH RECURSIVE" : "WITH");
            out.stackedAlways(select.with(), this::with);
            out.line();
        }
        out.add(select.distinct() == Query.Distinct.DISTINCT ? "SELECT DISTINCT" : "SELECT");
        out.stacked(select.columns(), expressions::print);
        select.from().ifPresent(this::from);
        if (select.from().isEmpty() && out.explicit()) {
            out.line().add("FROM system.one");
        }
        clause("PREWHERE ", select.prewhere());
        clause("WHERE ", select.where());
        groupBy(select.groupBy());
        clause("HAVING ", select.having());
        if (!select.windows().isEmpty()) {
            out.line().add("WINDOW").stackedAlways(select.windows(), window -> {
                out.name(window.name()).add(" AS ");
                expressions.window(window.specification());
            });
        }
        clause("QUALIFY ", select.qualify());
        orderBy(select.orderBy());
        select.limitBy().ifPresent(this::limitBy);
        limit(select.limit());
        if (!select.settings().isEmpty()) {
            out.line().add("SETTINGS ");
            expressions.settings(select.settings());
        }
    }

    private void clause(String keyword, Optional<Expr> expression) {
        expression.ifPresent(value -> {
            out.line().add(keyword);
            expressions.print(value);
        });
    }

    private void with(Query.With with) {
        switch (with) {
            case Query.WithExpression(Expr expression, String name) -> {
                expressions.print(expression);
                out.add(" AS ").name(name);
            }
            case Query.WithQuery query -> {
                out.name(query.name());
                if (!query.columns().isEmpty()) {
                    out.add(" (").inline(query.columns(), out::name).add(")");
                }
                out.add(query.materialized() ? " AS MATERIALIZED" : " AS").line();
                bracketed(query.query());
            }
        }
    }

    private void bracketed(Query query) {
        out.add("(").deeper().softLine();
        query(query);
        out.shallower().softLine().add(")");
    }

    private void groupBy(GroupBy groupBy) {
        switch (groupBy.keys()) {
            case Query.NoKeys none -> {}
            case Query.AllKeys all -> out.line().add("GROUP BY ALL");
            case Query.KeyList(List<Expr> keys) -> out.line().add("GROUP BY").stacked(keys, expressions::print);
            case Query.GroupingSets(List<List<Expr>> sets) -> groupingSets(sets);
        }
        if (groupBy.withRollup()) {
            out.line().add("WITH ROLLUP");
        }
        if (groupBy.withCube()) {
            out.line().add("WITH CUBE");
        }
        if (groupBy.withTotals()) {
            out.line().add("WITH TOTALS");
        }
    }

    private void groupingSets(List<List<Expr>> sets) {
        out.line()
                .add("GROUP BY")
                .deeper()
                .line()
                .add("GROUPING SETS (")
                .deeper()
                .softLine();
        for (int i = 0; i < sets.size(); i++) {
            if (i > 0) {
                out.add(",").line();
            }
            out.add("(").inline(sets.get(i), expressions::print).add(")");
        }
        out.add(")").shallower().shallower();
    }

    private void orderBy(Query.OrderBy orderBy) {
        switch (orderBy.keys()) {
            case Query.OrderList(List<OrderElement> elements) -> {
                if (!elements.isEmpty()) {
                    out.line().add("ORDER BY").stacked(elements, expressions::orderElement);
                }
            }
            case Query.OrderAll(boolean descending, OrderElement.Nulls nulls) ->
                out.line()
                        .add("ORDER BY ALL")
                        .add(descending ? " DESC" : " ASC")
                        .add(ExpressionPrinter.nulls(nulls));
        }
        orderBy.interpolate().ifPresent(list -> {
            out.line().add("INTERPOLATE");
            if (!list.isEmpty()) {
                out.add(" (")
                        .inline(list, interpolation -> {
                            out.add(Quoting.backQuoted(interpolation.name())).add(" AS ");
                            expressions.print(interpolation.expression());
                        })
                        .add(")");
            }
        });
    }

    private void limitBy(Query.LimitBy limitBy) {
        out.line().add("LIMIT ");
        limitBy.offset().ifPresent(offset -> {
            expressions.print(offset);
            out.add(", ");
        });
        expressions.print(limitBy.limit());
        out.add(" BY");
        if (limitBy.all()) {
            out.add(" ALL");
        } else {
            out.stacked(limitBy.expressions(), expressions::print);
        }
    }

    private void limit(Limit limit) {
        if (limit.limit().isPresent()) {
            out.line().add("LIMIT ");
            limit.offset().ifPresent(offset -> {
                expressions.print(offset);
                out.add(", ");
            });
            expressions.print(limit.limit().get());
            out.add(limit.withTies() ? " WITH TIES" : "");
        } else {
            clause("OFFSET ", limit.offset());
        }
    }

    private void from(FromItem item) {
        if (item instanceof FromItem.ArrayJoin(var position, var input, boolean left, var list) && input.isEmpty()) {
            arrayJoin(left, list);
            return;
        }
        out.line().add("FROM");
        item(item);
    }

    /** An item behind FROM or JOIN; a subquery begins on its own line. */
    void item(FromItem item) {
        switch (item) {
            case FromItem.Table(TableName name, FromItem.Modifiers modifiers) -> {
                out.add(" ");
                table(name);
                modifiers(modifiers);
            }
            case FromItem.TableFunction function -> {
                out.add(" ");
                tableFunction(function);
                modifiers(function.modifiers());
            }
            case FromItem.Derived(var position, Query query, FromItem.Modifiers modifiers) -> {
                out.line();
                bracketed(query);
                modifiers(modifiers);
            }
            case FromItem.Join join -> join(join);
            case FromItem.ArrayJoin(var position, var input, boolean left, var list) -> {
                input.ifPresent(inner -> item(inner));
                arrayJoin(left, list);
            }
        }
    }

    private void arrayJoin(boolean left, List<Expr> list) {
        out.line().add(left ? "LEFT ARRAY JOIN" : "ARRAY JOIN").stacked(list, expressions::print);
    }

    private void join(FromItem.Join join) {
        item(join.left());
        if (join.kind() == FromItem.JoinKind.COMMA) {
            out.add(",");
            item(join.right());
            return;
        }
        out.line();
        if (join.locality() != FromItem.Locality.UNSPECIFIED) {
            out.add(join.locality().name()).add(" ");
        }
        if (join.condition() instanceof FromItem.Natural) {
            out.add("NATURAL ");
        }
        if (join.strictness() != FromItem.Strictness.DEFAULT) {
            out.add(join.strictness().name()).add(" ");
        } else if (out.explicit() && !(join.condition() instanceof FromItem.NoCondition)) {
            out.add("ALL ");
        }
        out.add(join.kind().name()).add(" JOIN");
        item(join.right());
        switch (join.condition()) {
            case FromItem.NoCondition none -> {}
            case FromItem.Natural natural -> {}
            case FromItem.On(Expr expression) -> {
                out.add(" ON ");
                expressions.print(expression);
            }
            case FromItem.Using(List<Expr> columns) ->
                out.add(" USING (").inline(columns, expressions::print).add(")");
        }
    }

    void table(TableName name) {
        if (name.database().isPresent()) {
            out.name(name.database().get()).add(".");
        }
        out.name(name.table());
    }

    void tableFunction(FromItem.TableFunction function) {
        out.name(function.name()).add("(");
        if (function.arguments().size() == 1 && function.arguments().getFirst() instanceof Expr.Subquery subquery) {
            out.deeper().softLine();
            query(subquery.query());
            out.shallower().softLine();
        } else {
            out.inline(function.arguments(), expressions::argument);
        }
        if (!function.settings().isEmpty()) {
            out.add(function.arguments().isEmpty() ? "SETTINGS " : ", SETTINGS ");
            expressions.settings(function.settings());
        }
        out.add(")");
    }

    private void modifiers(FromItem.Modifiers modifiers) {
        modifiers.alias().ifPresent(alias -> out.add(" AS ").name(alias));
        if (!modifiers.columnAliases().isEmpty()) {
            out.add("(").inline(modifiers.columnAliases(), out::name).add(")");
        }
        if (modifiers.isFinal()) {
            out.line().add("FINAL");
        }
        modifiers.sample().ifPresent(sample -> {
            out.line().add("SAMPLE ");
            expressions.print(sample.ratio());
            expressions.part(" OFFSET ", sample.offset());
        });
    }
}
