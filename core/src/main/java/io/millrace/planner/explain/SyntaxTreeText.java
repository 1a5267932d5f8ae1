package io.millrace.planner.explain;

import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Window;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A syntax tree as EXPLAIN AST shows it: one node a line under the names that ClickHouse's nodes have, children indented. Queries are shown whole; of other
 * statements the kind and the query inside.
 */
public final class SyntaxTreeText {
    private SyntaxTreeText() {}

    /** A node's line and what is below it. */
    private record Node(String title, List<Node> children) {
        Node(String title, Node... children) {
            this(title, List.of(children));
        }

        void append(int depth, List<String> lines) {
            lines.add(" ".repeat(depth) + title + (children.isEmpty() ? "" : " (children " + children.size() + ")"));
            children.forEach(c -> c.append(depth + 1, lines));
        }
    }

    /** The lines of a statement. */
    public static List<String> lines(Statement statement) {
        List<String> lines = new ArrayList<>();
        node(statement).append(0, lines);
        return lines;
    }

    private static Node node(Statement statement) {
        return switch (statement) {
            case Statement.SelectStatement select -> union(select.query());
            case Statement.Explain explain ->
                new Node("Explain EXPLAIN " + explain.kind().sql(), node(explain.statement()));
            default -> {
                String name = statement.getClass().getSimpleName();
                yield new Node((name.endsWith("Statement") ? name.substring(0, name.length() - 9) : name) + "Query");
            }
        };
    }

    // ---- queries

    private static Node union(Query query) {
        List<Query> queries = query instanceof Query.Combined combined ? combined.queries() : List.of(query);
        boolean isUnion = !(query instanceof Query.Combined combined)
                || combined.operator().sql().startsWith("UNION");
        Node list = new Node(
                "ExpressionList",
                queries.stream()
                        .map(q -> q instanceof Query.Select select ? select(select) : union(q))
                        .toList());
        return new Node(isUnion ? "SelectWithUnionQuery" : "SelectIntersectExceptQuery", list);
    }

    private static Node select(Query.Select select) {
        List<Node> parts = new ArrayList<>();
        if (!select.with().isEmpty()) {
            parts.add(new Node(
                    "ExpressionList",
                    select.with().stream().map(SyntaxTreeText::with).toList()));
        }
        parts.add(list(select.columns()));
        select.from().ifPresent(f -> parts.add(new Node("TablesInSelectQuery", tables(f))));
        select.prewhere().ifPresent(e -> parts.add(node(e)));
        select.where().ifPresent(e -> parts.add(node(e)));
        switch (select.groupBy().keys()) {
            case Query.KeyList keys -> parts.add(list(keys.expressions()));
            case Query.GroupingSets sets ->
                parts.add(new Node(
                        "ExpressionList",
                        sets.sets().stream().map(SyntaxTreeText::list).toList()));
            case Query.NoKeys none -> {}
            case Query.AllKeys all -> {}
        }
        select.having().ifPresent(e -> parts.add(node(e)));
        if (!select.windows().isEmpty()) {
            parts.add(new Node(
                    "ExpressionList",
                    select.windows().stream()
                            .map(w -> new Node("WindowListElement", window(w.specification())))
                            .toList()));
        }
        select.qualify().ifPresent(e -> parts.add(node(e)));
        if (select.orderBy().keys() instanceof Query.OrderList order
                && !order.elements().isEmpty()) {
            parts.add(order(order.elements()));
        }
        select.limitBy().ifPresent(l -> {
            l.offset().ifPresent(e -> parts.add(node(e)));
            parts.add(node(l.limit()));
            parts.add(list(l.expressions()));
        });
        select.limit().offset().ifPresent(e -> parts.add(node(e)));
        select.limit().limit().ifPresent(e -> parts.add(node(e)));
        if (!select.settings().isEmpty()) {
            parts.add(new Node("Set"));
        }
        return new Node("SelectQuery", parts);
    }

    private static Node with(Query.With with) {
        return switch (with) {
            case Query.WithExpression e -> titled(node(e.expression()), e.name());
            case Query.WithQuery q -> new Node("WithElement", new Node("Subquery", union(q.query())));
        };
    }

    private static Node order(List<OrderElement> elements) {
        List<Node> nodes = new ArrayList<>();
        for (OrderElement element : elements) {
            List<Node> parts = new ArrayList<>(List.of(node(element.expression())));
            element.collation().ifPresent(e -> parts.add(node(e)));
            element.fill().ifPresent(fill -> {
                fill.from().ifPresent(e -> parts.add(node(e)));
                fill.to().ifPresent(e -> parts.add(node(e)));
                fill.step().ifPresent(e -> parts.add(node(e)));
                fill.staleness().ifPresent(e -> parts.add(node(e)));
            });
            nodes.add(new Node("OrderByElement", parts));
        }
        return new Node("ExpressionList", nodes);
    }

    // ---- FROM

    private static List<Node> tables(FromItem item) {
        List<Node> elements = new ArrayList<>();
        switch (item) {
            case FromItem.Join join -> {
                elements.addAll(tables(join.left()));
                Node joined = new Node("TableJoin", condition(join.condition()));
                elements.add(element(table(join.right()), Optional.of(joined)));
            }
            case FromItem.ArrayJoin join -> {
                join.input().ifPresent(i -> elements.addAll(tables(i)));
                elements.add(element(new Node("ArrayJoin", list(join.expressions())), Optional.empty()));
            }
            case FromItem.Table t -> elements.add(element(table(t), Optional.empty()));
            case FromItem.TableFunction f -> elements.add(element(table(f), Optional.empty()));
            case FromItem.Derived d -> elements.add(element(table(d), Optional.empty()));
        }
        return elements;
    }

    private static Node element(Node node, Optional<Node> join) {
        List<Node> parts = new ArrayList<>(List.of(node));
        join.ifPresent(parts::add);
        return new Node("TablesInSelectQueryElement", parts);
    }

    private static List<Node> condition(FromItem.JoinCondition condition) {
        return switch (condition) {
            case FromItem.On on -> List.of(node(on.expression()));
            case FromItem.Using using -> List.of(list(using.columns()));
            case FromItem.NoCondition none -> List.of();
            case FromItem.Natural natural -> List.of();
        };
    }

    private static Node table(FromItem item) {
        return switch (item) {
            case FromItem.Table t -> expression(new Node("TableIdentifier " + t.name()), t.modifiers());
            case FromItem.TableFunction f ->
                expression(new Node("Function " + f.name(), list(f.arguments())), f.modifiers());
            case FromItem.Derived d -> expression(new Node("Subquery", union(d.query())), d.modifiers());
            case FromItem.Join join -> new Node("TablesInSelectQuery", tables(join));
            case FromItem.ArrayJoin join -> new Node("TablesInSelectQuery", tables(join));
        };
    }

    private static Node expression(Node node, FromItem.Modifiers modifiers) {
        List<Node> parts = new ArrayList<>(
                List.of(modifiers.alias().map(a -> titled(node, a)).orElse(node)));
        modifiers.sample().ifPresent(s -> parts.add(new Node("SampleRatio")));
        return new Node("TableExpression", parts);
    }

    // ---- expressions

    private static Node list(List<Expr> expressions) {
        return new Node(
                "ExpressionList", expressions.stream().map(SyntaxTreeText::node).toList());
    }

    private static Node titled(Node node, String alias) {
        return new Node(node.title() + " (alias " + alias + ")", node.children());
    }

    private static Node node(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> new Node("Literal " + value(literal.value()));
            case Expr.Identifier identifier -> new Node("Identifier " + identifier.fullName());
            case Expr.Asterisk all ->
                all.qualifier()
                        .map(q -> new Node("QualifiedAsterisk", transformed(Optional.of(node(q)), all.transformers())))
                        .orElseGet(() -> new Node("Asterisk", transformed(Optional.empty(), all.transformers())));
            case Expr.ColumnsByPattern columns ->
                new Node("ColumnsRegexpMatcher", transformed(Optional.empty(), columns.transformers()));
            case Expr.ColumnsByList columns ->
                new Node(
                        "ColumnsListMatcher",
                        transformed(Optional.of(list(List.copyOf(columns.columns()))), columns.transformers()));
            case Expr.FunctionCall call -> call(call);
            case Expr.Lambda lambda -> {
                Node parameters = new Node(
                        "ExpressionList",
                        lambda.parameters().stream()
                                .map(p -> new Node("Identifier " + p))
                                .toList());
                yield new Node(
                        "Function lambda",
                        new Node("ExpressionList", new Node("Function tuple", parameters), node(lambda.body())));
            }
            case Expr.Subquery subquery -> new Node("Subquery", union(subquery.query()));
            case Expr.QueryParameter parameter ->
                new Node("QueryParameter " + parameter.name() + ":" + parameter.type());
            case Expr.Alias alias -> titled(node(alias.expression()), alias.name());
        };
    }

    private static Node call(Expr.FunctionCall call) {
        List<Node> parts = new ArrayList<>(List.of(list(call.arguments())));
        if (!call.parameters().isEmpty()) {
            parts.add(list(call.parameters()));
        }
        call.over().ifPresent(over -> {
            if (over instanceof Window.Specification specification) {
                parts.add(window(specification));
            }
        });
        return new Node("Function " + call.name(), parts);
    }

    private static Node window(Window.Specification window) {
        List<Node> parts = new ArrayList<>();
        if (!window.partitionBy().isEmpty()) {
            parts.add(list(window.partitionBy()));
        }
        if (!window.orderBy().isEmpty()) {
            parts.add(order(window.orderBy()));
        }
        return new Node("WindowDefinition", parts);
    }

    private static List<Node> transformed(Optional<Node> first, List<ColumnTransformer> transformers) {
        List<Node> parts = new ArrayList<>(first.stream().toList());
        if (!transformers.isEmpty()) {
            parts.add(new Node(
                    "ColumnsTransformerList",
                    transformers.stream().map(SyntaxTreeText::transformer).toList()));
        }
        return parts;
    }

    private static Node transformer(ColumnTransformer transformer) {
        return switch (transformer) {
            case ColumnTransformer.Except except ->
                new Node(
                        "ColumnsExceptTransformer",
                        except.names().stream()
                                .map(n -> new Node("Identifier " + n))
                                .toList());
            case ColumnTransformer.ExceptPattern pattern -> new Node("ColumnsExceptTransformer");
            case ColumnTransformer.Replace replace ->
                new Node(
                        "ColumnsReplaceTransformer",
                        replace.replacements().stream()
                                .map(r -> new Node("ColumnsReplaceTransformer::Replacement", node(r.expression())))
                                .toList());
            case ColumnTransformer.ApplyFunction apply -> new Node("ColumnsApplyTransformer");
            case ColumnTransformer.ApplyLambda apply -> new Node("ColumnsApplyTransformer", node(apply.lambda()));
        };
    }

    private static String value(LiteralValue value) {
        return switch (value) {
            case LiteralValue.NullValue n -> "NULL";
            case LiteralValue.BoolValue b -> "Bool_" + (b.value() ? 1 : 0);
            case LiteralValue.IntegerValue i -> (i.value().signum() < 0 ? "Int64_" : "UInt64_") + i.value();
            case LiteralValue.FloatValue f -> "Float64_" + SqlPrinter.oneLine(f);
            case LiteralValue.StringValue s -> SqlPrinter.oneLine(s);
            case LiteralValue.ArrayValue a -> "Array_[" + values(a.elements()) + "]";
            case LiteralValue.TupleValue t -> "Tuple_(" + values(t.elements()) + ")";
            case LiteralValue.MapValue m -> "Map_" + SqlPrinter.oneLine(m);
        };
    }

    private static String values(List<LiteralValue> values) {
        return values.stream().map(SyntaxTreeText::value).collect(Collectors.joining(", "));
    }
}
