package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds what makes values of values: arithmetic, casts, arrays, records, CASE, COALESCE. */
final class ValueForms {
    private final Binder binder;
    private final QueryBinder queries;

    ValueForms(Binder binder, QueryBinder queries) {
        this.binder = binder;
        this.queries = queries;
    }

    Node arithmetic(Expr.FunctionCall call) {
        Node left = binder.bind(call.arguments().get(0));
        Node right = binder.coerced(binder.bindBeside(call.arguments().get(1), left), left.type());
        Node a = binder.coerced(left, right.type());
        WireType type = wider(a.type(), right.type());
        String name = call.name();
        return new Node(
                type,
                f -> {
                    Object x = a.eval(f);
                    Object y = right.eval(f);
                    return x == null || y == null ? null : Operators.arithmetic(name, x, y);
                },
                Binder.slots(List.of(a, right)));
    }

    private static WireType wider(WireType a, WireType b) {
        for (PgType type : new PgType[] {PgType.FLOAT8, PgType.NUMERIC, PgType.INT8, PgType.INT4, PgType.INT2}) {
            if (a.type() == type || b.type() == type) {
                return WireType.of(type);
            }
        }
        return Binder.known(a);
    }

    Node cast(Expr.FunctionCall call) {
        String text =
                call.arguments().get(1) instanceof Expr.Literal(var p, LiteralValue.StringValue s) ? s.text() : "text";
        WireType type = Casts.type(text);
        Expr operand = call.arguments().getFirst();
        if (operand instanceof Expr.QueryParameter parameter) {
            queries.parameters().decide(parameter.name(), type);
        }
        Node value = binder.bind(operand);
        WireType from = value.type();
        return new Node(type, f -> Casts.cast(value.eval(f), from, type, f.execution), value.slots());
    }

    Node array(List<Node> elements) {
        WireType element = elements.stream()
                .map(Node::type)
                .filter(t -> t.type() != PgType.UNKNOWN)
                .findFirst()
                .orElse(WireType.TEXT);
        List<Node> typed =
                elements.stream().map(e -> binder.coerced(e, element)).toList();
        return new Node(
                new WireType(element.type(), true, -1),
                f -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    typed.forEach(e -> list.add(e.eval(f)));
                    return list;
                },
                Binder.slots(typed));
    }

    static Node tuple(List<Node> fields) {
        return new Node(
                WireType.of(PgType.RECORD),
                f -> fields.stream().map(n -> n.eval(f)).toArray(),
                Binder.slots(fields));
    }

    /** Arrays count from 1, the vectors of the catalog from 0. */
    static Node element(Node array, Node index) {
        boolean vector =
                array.type().type() == PgType.INT2VECTOR || array.type().type() == PgType.OIDVECTOR;
        int first = vector && !array.type().array() ? 0 : 1;
        return new Node(
                Casts.element(array.type()),
                f -> {
                    Object at = index.eval(f);
                    if (!(array.eval(f) instanceof List<?> list) || at == null) {
                        return null;
                    }
                    long position = Casts.whole(at) - first;
                    return position >= 0 && position < list.size() ? list.get((int) position) : null;
                },
                Binder.slots(List.of(array, index)));
    }

    /** {@code (f(x)).n}: records here are those of {@code _pg_expandarray}. */
    static Node field(Node record, Expr name) {
        String field = name instanceof Expr.Literal(var p, LiteralValue.StringValue s)
                ? s.text().toLowerCase(Locale.ROOT)
                : "";
        int index = switch (field) {
            case "x" -> 0;
            case "n" -> 1;
            default ->
                throw new DbException(
                        ErrorCode.UNKNOWN_IDENTIFIER, "column \"" + field + "\" not found in data type record");
        };
        WireType type = index == 0 ? WireType.of(PgType.INT2) : Binder.INT4;
        return new Node(type, f -> record.eval(f) instanceof Object[] values ? values[index] : null, record.slots());
    }

    Node choice(Expr.FunctionCall call, boolean withOperand) {
        List<Expr> args = call.arguments();
        int first = withOperand ? 1 : 0;
        Optional<Node> operand = withOperand ? Optional.of(binder.bind(args.getFirst())) : Optional.empty();
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        for (int i = first; i + 1 < args.size(); i += 2) {
            Node condition = operand.isPresent()
                    ? binder.coerced(
                            binder.bindBeside(args.get(i), operand.get()),
                            operand.get().type())
                    : binder.bind(args.get(i));
            conditions.add(condition);
            results.add(binder.bind(args.get(i + 1)));
        }
        results.add(binder.bind(args.getLast()));
        WireType type = commonType(results);
        List<Node> typed = results.stream().map(r -> binder.coerced(r, type)).toList();
        List<Node> all = new ArrayList<>(conditions);
        all.addAll(typed);
        operand.ifPresent(all::add);
        return new Node(
                type,
                f -> {
                    Object value = operand.isPresent() ? operand.get().eval(f) : null;
                    for (int i = 0; i < conditions.size(); i++) {
                        Object condition = conditions.get(i).eval(f);
                        boolean taken = operand.isPresent()
                                ? value != null && condition != null && Operators.test("equals", value, condition)
                                : Boolean.TRUE.equals(condition);
                        if (taken) {
                            return typed.get(i).eval(f);
                        }
                    }
                    return typed.getLast().eval(f);
                },
                Binder.slots(all));
    }

    static WireType commonType(List<Node> nodes) {
        WireType type = Binder.UNKNOWN;
        for (Node node : nodes) {
            WireType other = node.type();
            if (type.type() == PgType.UNKNOWN || type.type() == PgType.INT4 && other.type() == PgType.INT8) {
                type = other;
            }
        }
        return type;
    }

    Node common(String name, List<Expr> args) {
        List<Node> bound = new ArrayList<>();
        for (Expr arg : args) {
            bound.add(bound.isEmpty() ? binder.bind(arg) : binder.bindBeside(arg, bound.getFirst()));
        }
        WireType type = commonType(bound);
        List<Node> nodes = bound.stream().map(n -> binder.coerced(n, type)).toList();
        return new Node(
                type,
                f -> Functions.common(name, nodes.stream().map(n -> n.eval(f)).toList()),
                Binder.slots(nodes));
    }
}
