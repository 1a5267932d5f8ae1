package io.millrace.engine.metadata;

import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.Storage;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.TableElement;
import java.util.List;

/** Gives a column another name wherever a table's definition mentions it. Immutable. */
public record RenamedColumns(String from, String to) {

    /** An element of the table: the column itself, or one whose default or TTL uses it. */
    public TableElement element(TableElement element) {
        return switch (element) {
            case TableElement.Column c ->
                new TableElement.Column(
                        c.position(),
                        c.name().equals(from) ? to : c.name(),
                        c.type(),
                        c.nullable(),
                        new TableElement.ColumnDefault(
                                c.defaultValue().kind(),
                                c.defaultValue().expression().map(this::expression)),
                        c.comment(),
                        c.codec(),
                        c.statistics(),
                        c.ttl().map(this::expression),
                        c.collation(),
                        c.settings());
            case TableElement.Index i ->
                new TableElement.Index(i.position(), i.name(), expression(i.expression()), i.type(), i.granularity());
            case TableElement.Constraint c ->
                new TableElement.Constraint(c.position(), c.name(), c.assume(), expression(c.expression()));
            case TableElement.Projection p -> p;
        };
    }

    /** The TTLs of a table; its keys cannot use a column that gets another name. */
    public Storage storage(Storage storage) {
        return new Storage(
                storage.engine(),
                storage.partitionBy(),
                storage.primaryKey(),
                storage.orderBy(),
                storage.sampleBy(),
                storage.ttl().stream().map(this::ttl).toList(),
                storage.settings());
    }

    private CreateStatement.TtlElement ttl(CreateStatement.TtlElement element) {
        CreateStatement.TtlAction action = element.action() instanceof CreateStatement.TtlDelete delete
                ? new CreateStatement.TtlDelete(delete.where().map(this::expression))
                : element.action();
        return new CreateStatement.TtlElement(expression(element.expression()), action);
    }

    private List<Expr> all(List<Expr> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Expr expression(Expr expr) {
        return switch (expr) {
            case Expr.Identifier i -> identifier(i);
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
                lambda.parameters().contains(from)
                        ? lambda
                        : new Expr.Lambda(lambda.position(), lambda.parameters(), expression(lambda.body()));
            case Expr.Literal l -> l;
            case Expr.Asterisk a -> a;
            case Expr.ColumnsByPattern c -> c;
            case Expr.ColumnsByList c -> c;
            case Expr.QueryParameter p -> p;
            case Expr.Subquery s -> s;
        };
    }

    /** Also {@code column.element}; a column of a Nested has a dot in its own name. */
    private Expr.Identifier identifier(Expr.Identifier i) {
        if (i.fullName().equals(from)) {
            return new Expr.Identifier(i.position(), List.of(to.split("\\.")));
        }
        if (i.fullName().startsWith(from + ".")) {
            String rest = i.fullName().substring(from.length());
            return new Expr.Identifier(i.position(), List.of((to + rest).split("\\.")));
        }
        return i;
    }
}
