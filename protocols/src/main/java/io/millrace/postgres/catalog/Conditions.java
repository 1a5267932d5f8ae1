package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Binds conditions: comparisons, IN, ANY and ALL, AND and OR. */
final class Conditions {
    private final Binder binder;
    private final QueryBinder queries;

    Conditions(Binder binder, QueryBinder queries) {
        this.binder = binder;
        this.queries = queries;
    }

    Node in(Node left, Expr right, boolean negated) {
        if (right instanceof Expr.Subquery subquery) {
            QueryPlan plan = queries.inner(subquery.query(), binder.scope());
            BitSet slots = binder.scope().takeReadFromInside();
            slots.or(left.slots());
            return new Node(Binder.BOOL, frame -> among(left.eval(frame), values(plan, frame), negated), slots);
        }
        List<Expr> elements = switch (right) {
            case Expr.FunctionCall list when list.name().equals("tuple") -> list.arguments();
            case Expr.Literal(var p, LiteralValue.TupleValue t) ->
                t.elements().stream().<Expr>map(e -> new Expr.Literal(p, e)).toList();
            default -> List.of(right);
        };
        List<Node> bound = elements.stream()
                .map(e -> binder.coerced(binder.bindBeside(e, left), left.type()))
                .toList();
        Node value = binder.coerced(
                left, bound.isEmpty() ? left.type() : bound.getFirst().type());
        BitSet slots = Binder.slots(bound);
        slots.or(value.slots());
        return new Node(
                Binder.BOOL,
                frame -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    bound.forEach(b -> list.add(b.eval(frame)));
                    return among(value.eval(frame), list, negated);
                },
                slots);
    }

    private static List<@Nullable Object> values(QueryPlan plan, Frame frame) {
        List<@Nullable Object> list = new ArrayList<>();
        for (@Nullable Object[] row : plan.rows(frame, Integer.MAX_VALUE)) {
            list.add(row.length == 1 ? row[0] : row);
        }
        return list;
    }

    private static @Nullable Object among(@Nullable Object value, List<@Nullable Object> list, boolean negated) {
        if (value == null) {
            return list.isEmpty() ? negated : null;
        }
        boolean unknown = false;
        for (Object element : list) {
            if (element == null) {
                unknown = true;
            } else if (Operators.test("equals", value, element)) {
                return !negated;
            }
        }
        return unknown ? null : negated;
    }

    Node comparison(Expr.FunctionCall call) {
        List<Expr> args = call.arguments();
        boolean pattern = call.name().equals("match")
                || call.name().toLowerCase(Locale.ROOT).endsWith("like");
        Node left;
        Node right;
        if (args.get(0) instanceof Expr.QueryParameter) {
            right = binder.bind(args.get(1));
            left = binder.bindBeside(args.get(0), right);
        } else {
            left = binder.bind(args.get(0));
            right = binder.bindBeside(args.get(1), left);
        }
        Node a = pattern ? left : binder.coerced(left, right.type());
        Node b = pattern ? right : binder.coerced(right, left.type());
        if (args.size() == 3) {
            Node escape = binder.bind(args.get(2));
            boolean negated = call.name().startsWith("not");
            boolean ignoring = call.name().toLowerCase(Locale.ROOT).endsWith("ilike");
            return new Node(
                    Binder.BOOL,
                    f -> {
                        Object x = a.eval(f);
                        Object y = b.eval(f);
                        Object e = escape.eval(f);
                        if (x == null || y == null || e == null) {
                            return null;
                        }
                        String mark = String.valueOf(e);
                        return Operators.like(
                                        String.valueOf(x),
                                        String.valueOf(y),
                                        mark.isEmpty() ? -1 : mark.charAt(0),
                                        ignoring)
                                != negated;
                    },
                    Binder.slots(List.of(a, b, escape)));
        }
        return new Node(Binder.BOOL, new Comparison(call.name(), a, b), Binder.slots(List.of(a, b)));
    }

    /** A comparison of two values; known so that joins can use it. */
    record Comparison(String name, Node left, Node right) implements Node.Evaluation {
        @Override
        public @Nullable Object of(Frame frame) {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            return a == null || b == null ? null : Operators.test(name, a, b);
        }
    }

    Node distinct(Expr.FunctionCall call, boolean distinct) {
        Node left = binder.bind(call.arguments().get(0));
        Node right = binder.coerced(binder.bindBeside(call.arguments().get(1), left), left.type());
        return new Node(
                Binder.BOOL,
                f -> {
                    Object a = left.eval(f);
                    Object b = right.eval(f);
                    boolean same = a == null || b == null ? a == b : Operators.test("equals", a, b);
                    return same != distinct;
                },
                Binder.slots(List.of(left, right)));
    }

    Node logic(boolean and, List<Expr> args) {
        List<Node> nodes = args.stream().map(binder::bind).toList();
        return new Node(Binder.BOOL, and ? new And(nodes) : new Or(nodes), Binder.slots(nodes));
    }

    /** Known so that the parts can be used one by one. */
    record And(List<Node> parts) implements Node.Evaluation {
        @Override
        public @Nullable Object of(Frame frame) {
            boolean unknown = false;
            for (Node part : parts) {
                Object value = part.eval(frame);
                if (Boolean.FALSE.equals(value)) {
                    return false;
                }
                unknown |= value == null;
            }
            return unknown ? null : true;
        }
    }

    private record Or(List<Node> parts) implements Node.Evaluation {
        @Override
        public @Nullable Object of(Frame frame) {
            boolean unknown = false;
            for (Node part : parts) {
                Object value = part.eval(frame);
                if (Boolean.TRUE.equals(value)) {
                    return true;
                }
                unknown |= value == null;
            }
            return unknown ? null : false;
        }
    }

    Node quantified(Expr.FunctionCall call, boolean any) {
        Node left = binder.bind(call.arguments().get(0));
        Expr rightExpr = call.arguments().get(1);
        if (rightExpr instanceof Expr.QueryParameter parameter) {
            queries.parameters()
                    .decide(
                            parameter.name(),
                            new WireType(Binder.known(left.type()).type(), true, -1));
        }
        Node right = binder.coerced(
                binder.bind(rightExpr), new WireType(Binder.known(left.type()).type(), true, -1));
        Node value = binder.coerced(left, Casts.element(right.type()));
        String comparison = call.parameters().getFirst() instanceof Expr.Literal(var p, LiteralValue.StringValue s)
                ? s.text()
                : "equals";
        return new Node(
                Binder.BOOL,
                f -> {
                    Object x = value.eval(f);
                    if (!(right.eval(f) instanceof List<?> list)) {
                        return null;
                    }
                    boolean unknown = false;
                    for (Object element : list) {
                        if (x == null || element == null) {
                            unknown = true;
                        } else if (Operators.test(comparison, x, element) == any) {
                            return any;
                        }
                    }
                    return unknown ? null : !any;
                },
                Binder.slots(List.of(value, right)));
    }
}
