package io.millrace.postgres;

import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Window;
import java.util.List;
import java.util.Optional;

/** Copies a query and lets a subclass replace calls, names and tables on the way, innermost first. */
abstract class TreeMapper {
    /** What stands in place of a call whose arguments have been mapped. */
    Expr call(Expr.FunctionCall call) {
        return call;
    }

    Expr name(Expr.Identifier name) {
        return name;
    }

    FromItem table(FromItem item) {
        return item;
    }

    Expr parameter(Expr.QueryParameter parameter) {
        return parameter;
    }

    final Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.SelectStatement s -> new Statement.SelectStatement(query(s.query()));
            case Statement.Insert i ->
                new Statement.Insert(
                        i.position(), i.target(), i.columns(), i.partitionBy(), i.settings(), source(i.source()));
            case Statement.Explain e ->
                new Statement.Explain(e.position(), e.kind(), e.settings(), statement(e.statement()));
            case Statement.Delete d ->
                new Statement.Delete(d.position(), d.table(), d.partition(), expr(d.where()), d.settings());
            case Statement.Update u ->
                new Statement.Update(
                        u.position(),
                        u.table(),
                        u.assignments().stream()
                                .map(a -> new AlterStatement.Assignment(a.column(), expr(a.expression())))
                                .toList(),
                        u.partition(),
                        expr(u.where()),
                        u.settings());
            case CreateStatement create -> create(create);
            default -> statement;
        };
    }

    private Statement create(CreateStatement create) {
        return switch (create) {
            case CreateStatement.CreateTable t
            when t.source() instanceof CreateStatement.AsQuery(Query query, boolean empty) ->
                new CreateStatement.CreateTable(
                        t.position(),
                        t.mode(),
                        t.temporary(),
                        t.name(),
                        t.uuid(),
                        t.elements(),
                        t.storage(),
                        new CreateStatement.AsQuery(query(query), empty),
                        t.comment());
            case CreateStatement.CreateView v ->
                new CreateStatement.CreateView(
                        v.position(), v.mode(), v.name(), v.uuid(), v.elements(), query(v.query()), v.comment());
            case CreateStatement.CreateMaterializedView v ->
                new CreateStatement.CreateMaterializedView(
                        v.position(),
                        v.mode(),
                        v.name(),
                        v.uuid(),
                        v.target(),
                        v.innerUuid(),
                        v.elements(),
                        v.storage(),
                        v.populate(),
                        v.empty(),
                        query(v.query()),
                        v.comment());
            default -> create;
        };
    }

    private Statement.InsertSource source(Statement.InsertSource source) {
        return switch (source) {
            case Statement.FromQuery q -> new Statement.FromQuery(query(q.query()));
            case Statement.FromRows r ->
                new Statement.FromRows(r.rows().stream().map(this::all).toList());
            case Statement.FromData d -> d;
        };
    }

    final Query query(Query query) {
        return switch (query) {
            case Query.Select select -> select(select);
            case Query.Combined combined ->
                new Query.Combined(
                        combined.position(),
                        combined.operator(),
                        combined.queries().stream().map(this::query).toList());
        };
    }

    private Query select(Query.Select s) {
        return new Query.Select(
                s.position(),
                s.with().stream().map(this::with).toList(),
                s.recursive(),
                s.distinct(),
                all(s.columns()),
                s.from().map(this::from),
                s.prewhere().map(this::expr),
                s.where().map(this::expr),
                new Query.GroupBy(
                        keys(s.groupBy().keys()),
                        s.groupBy().withRollup(),
                        s.groupBy().withCube(),
                        s.groupBy().withTotals()),
                s.having().map(this::expr),
                s.windows(),
                s.qualify().map(this::expr),
                new Query.OrderBy(order(s.orderBy().keys()), s.orderBy().interpolate()),
                s.limitBy()
                        .map(l -> new Query.LimitBy(
                                expr(l.limit()), l.offset().map(this::expr), all(l.expressions()), l.all())),
                new Query.Limit(
                        s.limit().limit().map(this::expr),
                        s.limit().offset().map(this::expr),
                        s.limit().withTies()),
                s.settings());
    }

    private Query.With with(Query.With with) {
        return switch (with) {
            case Query.WithExpression e -> new Query.WithExpression(expr(e.expression()), e.name());
            case Query.WithQuery q ->
                new Query.WithQuery(q.position(), q.name(), q.columns(), q.materialized(), query(q.query()));
        };
    }

    private Query.GroupKeys keys(Query.GroupKeys keys) {
        return switch (keys) {
            case Query.NoKeys n -> n;
            case Query.AllKeys a -> a;
            case Query.KeyList list -> new Query.KeyList(all(list.expressions()));
            case Query.GroupingSets sets ->
                new Query.GroupingSets(sets.sets().stream().map(this::all).toList());
        };
    }

    private Query.OrderKeys order(Query.OrderKeys keys) {
        return switch (keys) {
            case Query.OrderAll all -> all;
            case Query.OrderList list ->
                new Query.OrderList(list.elements().stream().map(this::order).toList());
        };
    }

    private OrderElement order(OrderElement e) {
        return new OrderElement(expr(e.expression()), e.descending(), e.nulls(), e.collation(), e.fill());
    }

    final FromItem from(FromItem item) {
        return switch (item) {
            case FromItem.Table t -> table(t);
            case FromItem.TableFunction f ->
                table(new FromItem.TableFunction(
                        f.position(), f.name(), all(f.arguments()), f.settings(), f.modifiers()));
            case FromItem.Derived d -> new FromItem.Derived(d.position(), query(d.query()), d.modifiers());
            case FromItem.Join j ->
                new FromItem.Join(
                        j.position(),
                        from(j.left()),
                        from(j.right()),
                        j.kind(),
                        j.strictness(),
                        j.locality(),
                        condition(j.condition()));
            case FromItem.ArrayJoin a ->
                new FromItem.ArrayJoin(a.position(), a.input().map(this::from), a.left(), all(a.expressions()));
        };
    }

    private FromItem.JoinCondition condition(FromItem.JoinCondition condition) {
        return switch (condition) {
            case FromItem.On on -> new FromItem.On(expr(on.expression()));
            case FromItem.Using using -> using;
            case FromItem.NoCondition n -> n;
            case FromItem.Natural n -> n;
        };
    }

    final List<Expr> all(List<Expr> list) {
        return list.stream().map(this::expr).toList();
    }

    final Expr expr(Expr expr) {
        return switch (expr) {
            case Expr.FunctionCall c ->
                call(new Expr.FunctionCall(
                        c.position(),
                        c.name(),
                        all(c.parameters()),
                        all(c.arguments()),
                        c.notation(),
                        c.nulls(),
                        c.over().map(this::window)));
            case Expr.Alias a -> new Expr.Alias(a.position(), expr(a.expression()), a.name());
            case Expr.Subquery s -> new Expr.Subquery(s.position(), query(s.query()));
            case Expr.Lambda l -> new Expr.Lambda(l.position(), l.parameters(), expr(l.body()));
            case Expr.Identifier i -> name(i);
            case Expr.Literal l -> l;
            case Expr.QueryParameter p -> parameter(p);
            case Expr.Asterisk a -> a;
            case Expr.ColumnsByPattern c -> c;
            case Expr.ColumnsByList c -> c;
        };
    }

    private Window window(Window window) {
        return switch (window) {
            case Window.Named named -> named;
            case Window.Specification w ->
                new Window.Specification(
                        w.base(),
                        all(w.partitionBy()),
                        w.orderBy().stream().map(this::order).toList(),
                        w.frame());
        };
    }

    static Expr literal(Expr beside, String text) {
        return new Expr.Literal(beside.position(), LiteralValue.StringValue.of(text));
    }

    static Expr number(Expr beside, long value) {
        return new Expr.Literal(beside.position(), LiteralValue.IntegerValue.of(value));
    }

    static Expr call(Expr beside, String name, Expr... arguments) {
        return new Expr.FunctionCall(beside.position(), name, List.of(arguments));
    }

    static Optional<String> text(Expr expr) {
        return expr instanceof Expr.Literal(var p, LiteralValue.StringValue s)
                ? Optional.of(s.text())
                : Optional.empty();
    }
}
