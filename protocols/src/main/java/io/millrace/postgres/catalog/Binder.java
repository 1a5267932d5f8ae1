package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds the expressions of one SELECT. Aggregates, window functions and functions that give sets are collected on the way. */
final class Binder {
    static final WireType BOOL = WireType.of(PgType.BOOL);
    static final WireType INT4 = WireType.of(PgType.INT4);
    static final WireType INT8 = WireType.of(PgType.INT8);
    static final WireType UNKNOWN = WireType.of(PgType.UNKNOWN);

    private final QueryBinder queries;
    private final Scope scope;
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final List<WindowFunction> windows = new ArrayList<>();
    private final List<Node> sets = new ArrayList<>();
    private boolean setsAllowed;

    Binder(QueryBinder queries, Scope scope) {
        this.queries = queries;
        this.scope = scope;
    }

    List<Aggregate> aggregates() {
        return aggregates;
    }

    List<WindowFunction> windows() {
        return windows;
    }

    List<Node> sets() {
        return sets;
    }

    /** From here on functions that give sets may stand anywhere: in the list behind SELECT. */
    void allowSets() {
        setsAllowed = true;
    }

    // ---- expressions

    Node bind(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal.value());
            case Expr.Identifier name -> name(name);
            case Expr.Alias alias -> bind(alias.expression());
            case Expr.QueryParameter parameter -> queries.parameters().node(parameter.name());
            case Expr.Subquery subquery -> scalar(subquery.query());
            case Expr.FunctionCall call -> call(call);
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "this expression is not supported in queries of the catalog");
        };
    }

    private Node literal(LiteralValue value) {
        return switch (value) {
            case LiteralValue.NullValue n -> Node.constant(UNKNOWN, null);
            case LiteralValue.BoolValue b -> Node.constant(BOOL, b.value());
            case LiteralValue.IntegerValue i -> {
                long number = i.value().longValue();
                yield Node.constant(number == (int) number ? INT4 : INT8, number);
            }
            case LiteralValue.FloatValue f -> Node.constant(WireType.of(PgType.NUMERIC), f.value());
            case LiteralValue.StringValue s -> Node.constant(UNKNOWN, s.text());
            case LiteralValue.ArrayValue a ->
                array(a.elements().stream().map(this::literal).toList());
            case LiteralValue.TupleValue t ->
                tuple(t.elements().stream().map(this::literal).toList());
            case LiteralValue.MapValue m ->
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "maps are not supported here");
        };
    }

    private Node name(Expr.Identifier name) {
        Optional<Scope.Found> found = scope.find(name.parts());
        if (found.isEmpty() && name.parts().size() == 1) {
            found = scope.whole(name.shortName());
        }
        if (found.isPresent()) {
            return column(found.get());
        }
        if (name.parts().size() == 1) {
            switch (name.shortName().toLowerCase(Locale.ROOT)) {
                case "user" -> {
                    return call(new Expr.FunctionCall(name.position(), "current_user", List.of()));
                }
                case "ctid", "xmin", "cmin", "xmax" -> {
                    return Node.constant(INT8, 0L);
                }
                default -> {}
            }
        }
        String last = name.shortName().toLowerCase(Locale.ROOT);
        if (last.equals("tableoid")) {
            return tableId(name);
        }
        if (last.equals("xmin") || last.equals("ctid")) {
            return Node.constant(INT8, 0L);
        }
        throw new DbException(ErrorCode.UNKNOWN_IDENTIFIER, "column \"" + name.fullName() + "\" does not exist");
    }

    private Node tableId(Expr.Identifier name) {
        for (Scope.Item item : scope.items()) {
            if (name.parts().size() == 1 || item.isCalled(name.parts().getFirst())) {
                long oid = Relations.findUnqualified(item.name())
                        .map(Relation::oid)
                        .orElse(0L);
                return Node.constant(WireType.of(PgType.OID), oid);
            }
        }
        throw new DbException(ErrorCode.UNKNOWN_IDENTIFIER, "column \"" + name.fullName() + "\" does not exist");
    }

    static Node column(Scope.Found found) {
        int slot = found.slot();
        int depth = found.depth();
        BitSet slots = new BitSet();
        if (depth == 0) {
            slots.set(slot);
            return new Node(found.type(), new Slot(slot), slots);
        }
        return new Node(
                found.type(),
                frame -> {
                    Frame at = frame;
                    for (int i = 0; i < depth; i++) {
                        at = java.util.Objects.requireNonNull(at.outer);
                    }
                    return at.row[slot];
                },
                slots);
    }

    /** A value of the row itself; known so that joins can use indexes. */
    record Slot(int slot) implements Node.Evaluation {
        @Override
        public @Nullable Object of(Frame frame) {
            return frame.row[slot];
        }
    }

    static BitSet slots(List<Node> nodes) {
        BitSet all = new BitSet();
        nodes.forEach(n -> all.or(n.slots()));
        return all;
    }

    // ---- subqueries

    private Node scalar(Query query) {
        QueryPlan plan = queries.inner(query, scope);
        WireType type = plan.columns().getFirst().type();
        return new Node(
                type,
                frame -> {
                    List<@Nullable Object[]> rows = plan.rows(frame, 2);
                    if (rows.size() > 1) {
                        throw new DbException(
                                ErrorCode.INCORRECT_RESULT_OF_SCALAR_SUBQUERY,
                                "more than one row returned by a subquery used as an expression");
                    }
                    return rows.isEmpty() ? null : rows.getFirst()[0];
                },
                scope.takeReadFromInside());
    }

    private Node exists(Query query) {
        QueryPlan plan = queries.inner(query, scope);
        return new Node(BOOL, frame -> !plan.rows(frame, 1).isEmpty(), scope.takeReadFromInside());
    }

    private Node arrayOf(Query query) {
        QueryPlan plan = queries.inner(query, scope);
        WireType element = plan.columns().getFirst().type();
        return new Node(
                new WireType(known(element).type(), true, -1),
                frame -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    plan.rows(frame, Integer.MAX_VALUE).forEach(r -> list.add(r[0]));
                    return list;
                },
                scope.takeReadFromInside());
    }

    private Node in(Node left, Expr right, boolean negated) {
        if (right instanceof Expr.Subquery subquery) {
            QueryPlan plan = queries.inner(subquery.query(), scope);
            BitSet slots = scope.takeReadFromInside();
            slots.or(left.slots());
            return new Node(BOOL, frame -> among(left.eval(frame), values(plan, frame), negated), slots);
        }
        List<Expr> elements = switch (right) {
            case Expr.FunctionCall list when list.name().equals("tuple") -> list.arguments();
            case Expr.Literal(var p, LiteralValue.TupleValue t) ->
                t.elements().stream().<Expr>map(e -> new Expr.Literal(p, e)).toList();
            default -> List.of(right);
        };
        List<Node> bound = elements.stream()
                .map(e -> coerced(bindBeside(e, left), left.type()))
                .toList();
        Node value =
                coerced(left, bound.isEmpty() ? left.type() : bound.getFirst().type());
        BitSet slots = slots(bound);
        slots.or(value.slots());
        return new Node(
                BOOL,
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

    // ---- types

    /** A parameter that is open takes the type of what stands beside it. */
    Node bindBeside(Expr expr, Node other) {
        if (expr instanceof Expr.QueryParameter parameter) {
            queries.parameters().decide(parameter.name(), other.type());
        }
        return bind(expr);
    }

    /** A literal of no type yet in the type that is wanted. */
    Node coerced(Node node, WireType type) {
        boolean open = node.type().type() == PgType.UNKNOWN && node.isConstant();
        if (!open || type.type() == PgType.UNKNOWN || type.type() == PgType.RECORD) {
            return node;
        }
        return new Node(type, frame -> Casts.cast(node.eval(frame), UNKNOWN, type, frame.execution), node.slots());
    }

    static WireType known(WireType type) {
        return type.type() == PgType.UNKNOWN ? new WireType(PgType.TEXT, type.array(), -1) : type;
    }

    // ---- calls

    private Node call(Expr.FunctionCall call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        List<Expr> args = call.arguments();
        if (call.over().isPresent()) {
            return window(name, call);
        }
        switch (name) {
            case "equals",
                    "notequals",
                    "less",
                    "lessorequals",
                    "greater",
                    "greaterorequals",
                    "match",
                    "like",
                    "ilike",
                    "notlike",
                    "notilike" -> {
                return comparison(call);
            }
            case "plus", "minus", "multiply", "divide", "modulo", "intdiv", "bitand", "bitor", "pow" -> {
                return arithmetic(call);
            }
            case "and", "or" -> {
                return logic(name.equals("and"), args);
            }
            case "not" -> {
                Node value = bind(args.getFirst());
                return new Node(BOOL, f -> value.eval(f) instanceof Boolean b ? !b : null, value.slots());
            }
            case "in" -> {
                return in(bind(args.get(0)), args.get(1), false);
            }
            case "notin" -> {
                return in(bind(args.get(0)), args.get(1), true);
            }
            case "exists" -> {
                return exists(((Expr.Subquery) args.getFirst()).query());
            }
            case "arrayof" -> {
                return arrayOf(((Expr.Subquery) args.getFirst()).query());
            }
            case "isnull", "isnotnull" -> {
                Node value = bind(args.getFirst());
                boolean not = name.equals("isnotnull");
                return new Node(BOOL, f -> (value.eval(f) == null) != not, value.slots());
            }
            case "isdistinctfrom", "isnotdistinctfrom" -> {
                return distinct(call, name.equals("isdistinctfrom"));
            }
            case "anyof", "allof" -> {
                return quantified(call, name.equals("anyof"));
            }
            case "cast" -> {
                return cast(call);
            }
            case "array" -> {
                return array(args.stream().map(this::bind).toList());
            }
            case "tuple" -> {
                return tuple(args.stream().map(this::bind).toList());
            }
            case "arrayelement" -> {
                return element(bind(args.get(0)), bind(args.get(1)));
            }
            case "tupleelement" -> {
                return field(bind(args.get(0)), args.get(1));
            }
            case "multiif", "casewithexpression", "if" -> {
                return choice(call, name.equals("casewithexpression"));
            }
            case "coalesce", "ifnull", "nullif", "greatest", "least" -> {
                return common(name, args);
            }
            default -> {
                return function(name, call);
            }
        }
    }

    private Node comparison(Expr.FunctionCall call) {
        List<Expr> args = call.arguments();
        boolean pattern = call.name().equals("match")
                || call.name().toLowerCase(Locale.ROOT).endsWith("like");
        Node left;
        Node right;
        if (args.get(0) instanceof Expr.QueryParameter) {
            right = bind(args.get(1));
            left = bindBeside(args.get(0), right);
        } else {
            left = bind(args.get(0));
            right = bindBeside(args.get(1), left);
        }
        Node a = pattern ? left : coerced(left, right.type());
        Node b = pattern ? right : coerced(right, left.type());
        if (args.size() == 3) {
            Node escape = bind(args.get(2));
            boolean negated = call.name().startsWith("not");
            boolean ignoring = call.name().toLowerCase(Locale.ROOT).endsWith("ilike");
            return new Node(
                    BOOL,
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
                    slots(List.of(a, b, escape)));
        }
        return new Node(BOOL, new Comparison(call.name(), a, b), slots(List.of(a, b)));
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

    private Node distinct(Expr.FunctionCall call, boolean distinct) {
        Node left = bind(call.arguments().get(0));
        Node right = coerced(bindBeside(call.arguments().get(1), left), left.type());
        return new Node(
                BOOL,
                f -> {
                    Object a = left.eval(f);
                    Object b = right.eval(f);
                    boolean same = a == null || b == null ? a == b : Operators.test("equals", a, b);
                    return same != distinct;
                },
                slots(List.of(left, right)));
    }

    private Node arithmetic(Expr.FunctionCall call) {
        Node left = bind(call.arguments().get(0));
        Node right = coerced(bindBeside(call.arguments().get(1), left), left.type());
        Node a = coerced(left, right.type());
        WireType type = wider(a.type(), right.type());
        String name = call.name();
        return new Node(
                type,
                f -> {
                    Object x = a.eval(f);
                    Object y = right.eval(f);
                    return x == null || y == null ? null : Operators.arithmetic(name, x, y);
                },
                slots(List.of(a, right)));
    }

    private static WireType wider(WireType a, WireType b) {
        for (PgType type : new PgType[] {PgType.FLOAT8, PgType.NUMERIC, PgType.INT8, PgType.INT4, PgType.INT2}) {
            if (a.type() == type || b.type() == type) {
                return WireType.of(type);
            }
        }
        return known(a);
    }

    private Node logic(boolean and, List<Expr> args) {
        List<Node> nodes = args.stream().map(this::bind).toList();
        return new Node(BOOL, and ? new And(nodes) : new Or(nodes), slots(nodes));
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

    private Node quantified(Expr.FunctionCall call, boolean any) {
        Node left = bind(call.arguments().get(0));
        Expr rightExpr = call.arguments().get(1);
        if (rightExpr instanceof Expr.QueryParameter parameter) {
            queries.parameters()
                    .decide(parameter.name(), new WireType(known(left.type()).type(), true, -1));
        }
        Node right = coerced(bind(rightExpr), new WireType(known(left.type()).type(), true, -1));
        Node value = coerced(left, Casts.element(right.type()));
        String comparison = call.parameters().getFirst() instanceof Expr.Literal(var p, LiteralValue.StringValue s)
                ? s.text()
                : "equals";
        return new Node(
                BOOL,
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
                slots(List.of(value, right)));
    }

    private Node cast(Expr.FunctionCall call) {
        String text =
                call.arguments().get(1) instanceof Expr.Literal(var p, LiteralValue.StringValue s) ? s.text() : "text";
        WireType type = Casts.type(text);
        Expr operand = call.arguments().getFirst();
        if (operand instanceof Expr.QueryParameter parameter) {
            queries.parameters().decide(parameter.name(), type);
        }
        Node value = bind(operand);
        WireType from = value.type();
        return new Node(type, f -> Casts.cast(value.eval(f), from, type, f.execution), value.slots());
    }

    private Node array(List<Node> elements) {
        WireType element = elements.stream()
                .map(Node::type)
                .filter(t -> t.type() != PgType.UNKNOWN)
                .findFirst()
                .orElse(WireType.TEXT);
        List<Node> typed = elements.stream().map(e -> coerced(e, element)).toList();
        return new Node(
                new WireType(element.type(), true, -1),
                f -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    typed.forEach(e -> list.add(e.eval(f)));
                    return list;
                },
                slots(typed));
    }

    private static Node tuple(List<Node> fields) {
        return new Node(
                WireType.of(PgType.RECORD),
                f -> fields.stream().map(n -> n.eval(f)).toArray(),
                slots(fields));
    }

    /** Arrays count from 1, the vectors of the catalog from 0. */
    private static Node element(Node array, Node index) {
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
                slots(List.of(array, index)));
    }

    /** {@code (f(x)).n}: records here are those of {@code _pg_expandarray}. */
    private static Node field(Node record, Expr name) {
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
        WireType type = index == 0 ? WireType.of(PgType.INT2) : INT4;
        return new Node(type, f -> record.eval(f) instanceof Object[] values ? values[index] : null, record.slots());
    }

    private Node choice(Expr.FunctionCall call, boolean withOperand) {
        List<Expr> args = call.arguments();
        int first = withOperand ? 1 : 0;
        Optional<Node> operand = withOperand ? Optional.of(bind(args.getFirst())) : Optional.empty();
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        for (int i = first; i + 1 < args.size(); i += 2) {
            Node condition = operand.isPresent()
                    ? coerced(
                            bindBeside(args.get(i), operand.get()),
                            operand.get().type())
                    : bind(args.get(i));
            conditions.add(condition);
            results.add(bind(args.get(i + 1)));
        }
        results.add(bind(args.getLast()));
        WireType type = commonType(results);
        List<Node> typed = results.stream().map(r -> coerced(r, type)).toList();
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
                slots(all));
    }

    static WireType commonType(List<Node> nodes) {
        WireType type = UNKNOWN;
        for (Node node : nodes) {
            WireType other = node.type();
            if (type.type() == PgType.UNKNOWN || type.type() == PgType.INT4 && other.type() == PgType.INT8) {
                type = other;
            }
        }
        return type;
    }

    private Node common(String name, List<Expr> args) {
        List<Node> bound = new ArrayList<>();
        for (Expr arg : args) {
            bound.add(bound.isEmpty() ? bind(arg) : bindBeside(arg, bound.getFirst()));
        }
        WireType type = commonType(bound);
        List<Node> nodes = bound.stream().map(n -> coerced(n, type)).toList();
        return new Node(
                type,
                f -> Functions.common(name, nodes.stream().map(n -> n.eval(f)).toList()),
                slots(nodes));
    }

    private Node function(String name, Expr.FunctionCall call) {
        boolean distinct = name.endsWith("distinct") && Aggregate.isAggregate(name.substring(0, name.length() - 8));
        boolean filtered = name.endsWith("if") && Aggregate.isAggregate(name.substring(0, name.length() - 2));
        String plain = distinct
                ? name.substring(0, name.length() - 8)
                : filtered ? name.substring(0, name.length() - 2) : name;
        if (Aggregate.isAggregate(plain)) {
            return aggregate(plain, distinct, filtered, call);
        }
        List<Node> args = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            args.add(bind(argument));
        }
        if (SetFunctions.isOne(name)) {
            Node set = SetFunctions.bind(name, args);
            if (!setsAllowed) {
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "set-returning functions are not allowed here");
            }
            int index = sets.size();
            sets.add(set);
            return new Node(set.type(), f -> index < f.sets.length ? f.sets[index] : null, new BitSet());
        }
        return Functions.bind(name, args);
    }

    private Node aggregate(String name, boolean distinct, boolean filtered, Expr.FunctionCall call) {
        List<Expr> args = new ArrayList<>(call.arguments());
        Optional<Node> filter = filtered ? Optional.of(bind(args.removeLast())) : Optional.empty();
        boolean rows = args.isEmpty() || args.getFirst() instanceof Expr.Asterisk;
        List<Node> values = rows ? List.of() : args.stream().map(this::bind).toList();
        List<Node> keys = new ArrayList<>();
        List<Boolean> descending = new ArrayList<>();
        for (Expr parameter : call.parameters()) {
            if (parameter instanceof Expr.FunctionCall order && order.name().equals("orderBy")) {
                for (int i = 0; i < order.arguments().size(); i += 2) {
                    keys.add(bind(order.arguments().get(i)));
                    descending.add(order.arguments().get(i + 1) instanceof Expr.Literal(var p, LiteralValue.BoolValue b)
                            && b.value());
                }
            }
        }
        int index = aggregates.size();
        Aggregate aggregate = new Aggregate(name, distinct, values, filter, keys, descending);
        aggregates.add(aggregate);
        return new Node(aggregate.type(), f -> index < f.computed.length ? f.computed[index] : null, new BitSet());
    }

    private Node window(String name, Expr.FunctionCall call) {
        int index = windows.size();
        windows.add(WindowFunction.bind(name, call, this));
        return new Node(INT8, f -> index < f.computed.length ? f.computed[index] : null, new BitSet());
    }
}
