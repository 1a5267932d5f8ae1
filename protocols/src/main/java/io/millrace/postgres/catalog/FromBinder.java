package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Binds FROM: sources, and the conditions that join them. The width of rows is known only at the end, so sources are made then. */
final class FromBinder {
    private final QueryBinder queries;
    private final Scope scope;
    private final Binder binder;

    FromBinder(QueryBinder queries, Scope scope, Binder binder) {
        this.queries = queries;
        this.scope = scope;
        this.binder = binder;
    }

    /** A source whose rows' width is not known yet. */
    private interface Later {
        Source of(int width);
    }

    private record Group(List<Later> sources, List<Node> conditions) {
        Joins of(int width) {
            return new Joins(sources.stream().map(s -> s.of(width)).toList(), conditions, width);
        }
    }

    Joins bind(FromItem item) {
        return group(item).of(scope.width());
    }

    private Group group(FromItem item) {
        Group group = new Group(new ArrayList<>(), new ArrayList<>());
        collect(item, group);
        return group;
    }

    private void collect(FromItem item, Group group) {
        switch (item) {
            case FromItem.Table table -> group.sources().add(table(table));
            case FromItem.Derived derived -> {
                QueryPlan plan = queries.inner(derived.query(), scope.outer());
                group.sources().add(query(plan, derived.modifiers(), ""));
            }
            case FromItem.TableFunction function -> group.sources().add(function(function));
            case FromItem.Join join -> join(join, group);
            case FromItem.ArrayJoin a ->
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "ARRAY JOIN is not supported here");
        }
    }

    private void join(FromItem.Join join, Group group) {
        switch (join.kind()) {
            case INNER, CROSS, COMMA -> {
                int before = scope.items().size();
                collect(join.left(), group);
                int middle = scope.items().size();
                collect(join.right(), group);
                condition(join.condition(), before, middle, group.conditions());
            }
            case LEFT, RIGHT -> {
                boolean left = join.kind() == FromItem.JoinKind.LEFT;
                int before = scope.items().size();
                Group first = group(join.left());
                int middle = scope.items().size();
                Group second = group(join.right());
                List<Node> on = new ArrayList<>();
                condition(join.condition(), before, middle, on);
                Group kept = left ? first : second;
                Group filled = left ? second : first;
                group.sources().add(width -> new Source.LeftJoin(kept.of(width), filled.of(width), on, width));
            }
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "FULL JOIN is not supported in queries of the catalog");
        }
    }

    private void condition(FromItem.JoinCondition condition, int before, int middle, List<Node> into) {
        switch (condition) {
            case FromItem.On on -> conjuncts(binder.bind(on.expression()), into);
            case FromItem.Using using -> {
                for (Expr column : using.columns()) {
                    String name = ((Expr.Identifier) column).shortName();
                    Node left = Binder.column(find(name, before, middle));
                    Node right = Binder.column(find(name, middle, scope.items().size()));
                    into.add(new Node(
                            Binder.BOOL,
                            new Conditions.Comparison("equals", left, right),
                            Binder.slots(List.of(left, right))));
                }
            }
            case FromItem.NoCondition n -> {}
            case FromItem.Natural n ->
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "NATURAL JOIN is not supported here");
        }
    }

    private Scope.Found find(String name, int from, int to) {
        for (Scope.Item item : scope.items().subList(from, to)) {
            for (int i = 0; i < item.fields().size(); i++) {
                if (item.fields().get(i).name().equalsIgnoreCase(name)) {
                    return new Scope.Found(
                            0, item.offset() + i, item.fields().get(i).type());
                }
            }
        }
        throw new DbException(
                ErrorCode.UNKNOWN_IDENTIFIER, "column \"" + name + "\" specified in USING clause does not exist");
    }

    /** The parts of a condition that must all be met. */
    static void conjuncts(Node condition, List<Node> into) {
        if (condition.evaluation() instanceof Conditions.And(List<Node> parts)) {
            parts.forEach(p -> conjuncts(p, into));
        } else {
            into.add(condition);
        }
    }

    private Later table(FromItem.Table table) {
        Optional<QueryPlan> common = queries.commonTable(table);
        if (common.isPresent()) {
            return query(common.get(), table.modifiers(), table.name().table());
        }
        Relation relation = CatalogQuery.relation(table.name())
                .orElseThrow(() ->
                        new DbException(ErrorCode.UNKNOWN_TABLE, "relation \"" + table.name() + "\" does not exist"));
        List<Scope.Field> fields = new ArrayList<>();
        for (Relation.Column column : relation.columns()) {
            fields.add(new Scope.Field(column.name(), column.type()));
        }
        Scope.Item item =
                scope.add(table.modifiers().alias().orElse(""), relation.name(), renamed(fields, table.modifiers()));
        return width -> new Source.OfRelation(relation, item.offset(), width);
    }

    private Later query(QueryPlan plan, FromItem.Modifiers modifiers, String name) {
        Scope.Item item =
                scope.add(modifiers.alias().orElse(""), name, renamed(QueryBinder.known(plan.columns()), modifiers));
        if (plan.isCorrelated()) {
            scope.markReadsOutside();
        }
        return width -> new Source.OfQuery(plan, item.offset(), width);
    }

    private static List<Scope.Field> renamed(List<Scope.Field> fields, FromItem.Modifiers modifiers) {
        List<Scope.Field> result = new ArrayList<>(fields);
        for (int i = 0; i < Math.min(fields.size(), modifiers.columnAliases().size()); i++) {
            result.set(
                    i,
                    new Scope.Field(
                            modifiers.columnAliases().get(i), fields.get(i).type()));
        }
        return result;
    }

    /** A function that gives no set gives one row, also when its value is an array. */
    private static Node once(Node value) {
        return new Node(value.type(), f -> Collections.singletonList(value.eval(f)), value.slots());
    }

    private Later function(FromItem.TableFunction function) {
        List<Node> arguments = function.arguments().stream().map(binder::bind).toList();
        String name = function.name().toLowerCase(java.util.Locale.ROOT);
        Node node =
                SetFunctions.isOne(name) ? SetFunctions.bind(name, arguments) : once(Functions.bind(name, arguments));
        boolean ordinality = function.settings().stream().anyMatch(s -> s.name().equals("ordinality"));
        List<Scope.Field> fields = new ArrayList<>(SetFunctions.columns(
                name, node.type(), function.modifiers().alias().orElse(name)));
        int columns = fields.size();
        if (ordinality) {
            fields.add(new Scope.Field("ordinality", WireType.of(PgType.INT8)));
        }
        Scope.Item item =
                scope.add(function.modifiers().alias().orElse(name), name, renamed(fields, function.modifiers()));
        return width -> new Source.OfFunction(node, columns, ordinality, item.offset(), width);
    }
}
