package io.millrace.engine.metadata;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives every table of a stored query its database, so that a view means the same whichever database is current when it is read. */
public final class QualifiedNames {
    private final String database;
    private final Set<String> commonTables;

    private QualifiedNames(String database, Set<String> commonTables) {
        this.database = database;
        this.commonTables = commonTables;
    }

    /** The query with names of tables completed. */
    public static Query in(Query query, String database) {
        return new QualifiedNames(database, Set.of()).query(query);
    }

    /** The expression with the tables of its subqueries completed. */
    public static Expr in(Expr expression, String database) {
        return new QualifiedNames(database, Set.of()).expression(expression);
    }

    private Query query(Query query) {
        return switch (query) {
            case Query.Combined combined ->
                new Query.Combined(
                        combined.position(),
                        combined.operator(),
                        combined.queries().stream().map(this::query).toList());
            case Query.Select select -> select(select);
        };
    }

    private Query select(Query.Select select) {
        Set<String> names = new HashSet<>(commonTables);
        for (Query.With with : select.with()) {
            if (with instanceof Query.WithQuery named) {
                names.add(named.name());
            }
        }
        QualifiedNames inside = new QualifiedNames(database, names);
        return new Query.Select(
                select.position(),
                select.with().stream().map(inside::with).toList(),
                select.recursive(),
                select.distinct(),
                inside.all(select.columns()),
                select.from().map(inside::item),
                select.prewhere().map(inside::expression),
                select.where().map(inside::expression),
                select.groupBy(),
                select.having().map(inside::expression),
                select.windows(),
                select.qualify().map(inside::expression),
                select.orderBy(),
                select.limitBy(),
                select.limit(),
                select.settings());
    }

    private Query.With with(Query.With with) {
        return switch (with) {
            case Query.WithExpression e -> new Query.WithExpression(expression(e.expression()), e.name());
            case Query.WithQuery q ->
                new Query.WithQuery(q.position(), q.name(), q.columns(), q.materialized(), query(q.query()));
        };
    }

    private FromItem item(FromItem item) {
        return switch (item) {
            case FromItem.Table table -> new FromItem.Table(name(table.name()), table.modifiers());
            case FromItem.TableFunction function -> function;
            case FromItem.Derived derived ->
                new FromItem.Derived(derived.position(), query(derived.query()), derived.modifiers());
            case FromItem.Join join ->
                new FromItem.Join(
                        join.position(),
                        item(join.left()),
                        item(join.right()),
                        join.kind(),
                        join.strictness(),
                        join.locality(),
                        join.condition());
            case FromItem.ArrayJoin join ->
                new FromItem.ArrayJoin(
                        join.position(), join.input().map(this::item), join.left(), all(join.expressions()));
        };
    }

    private TableName name(TableName name) {
        boolean own = name.database().isPresent() || commonTables.contains(name.table());
        return own ? name : new TableName(name.position(), Optional.of(database), name.table());
    }

    private List<Expr> all(List<Expr> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Expr expression(Expr expr) {
        return switch (expr) {
            case Expr.Subquery subquery -> new Expr.Subquery(subquery.position(), query(subquery.query()));
            case Expr.Alias alias -> new Expr.Alias(alias.position(), expression(alias.expression()), alias.name());
            case Expr.FunctionCall call ->
                new Expr.FunctionCall(
                        call.position(),
                        call.name(),
                        call.parameters(),
                        all(call.arguments()),
                        call.notation(),
                        call.nulls(),
                        call.over());
            case Expr.Lambda lambda ->
                new Expr.Lambda(lambda.position(), lambda.parameters(), expression(lambda.body()));
            case Expr.Literal l -> l;
            case Expr.Identifier i -> i;
            case Expr.Asterisk a -> a;
            case Expr.ColumnsByPattern c -> c;
            case Expr.ColumnsByList c -> c;
            case Expr.QueryParameter p -> p;
        };
    }
}
