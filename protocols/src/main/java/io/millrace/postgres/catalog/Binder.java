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
    private final Conditions conditions;
    private final ValueForms forms;
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final List<WindowFunction> windows = new ArrayList<>();
    private final List<Node> sets = new ArrayList<>();
    private boolean setsAllowed;

    Binder(QueryBinder queries, Scope scope) {
        this.queries = queries;
        this.scope = scope;
        this.conditions = new Conditions(this, queries);
        this.forms = new ValueForms(this, queries);
    }

    Scope scope() {
        return scope;
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

    Node literal(LiteralValue value) {
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
                forms.array(a.elements().stream().map(this::literal).toList());
            case LiteralValue.TupleValue t ->
                ValueForms.tuple(t.elements().stream().map(this::literal).toList());
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
                return conditions.comparison(call);
            }
            case "plus", "minus", "multiply", "divide", "modulo", "intdiv", "bitand", "bitor", "pow" -> {
                return forms.arithmetic(call);
            }
            case "and", "or" -> {
                return conditions.logic(name.equals("and"), args);
            }
            case "not" -> {
                Node value = bind(args.getFirst());
                return new Node(BOOL, f -> value.eval(f) instanceof Boolean b ? !b : null, value.slots());
            }
            case "in" -> {
                return conditions.in(bind(args.get(0)), args.get(1), false);
            }
            case "notin" -> {
                return conditions.in(bind(args.get(0)), args.get(1), true);
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
                return conditions.distinct(call, name.equals("isdistinctfrom"));
            }
            case "anyof", "allof" -> {
                return conditions.quantified(call, name.equals("anyof"));
            }
            case "cast" -> {
                return forms.cast(call);
            }
            case "array" -> {
                return forms.array(args.stream().map(this::bind).toList());
            }
            case "tuple" -> {
                return ValueForms.tuple(args.stream().map(this::bind).toList());
            }
            case "arrayelement" -> {
                return ValueForms.element(bind(args.get(0)), bind(args.get(1)));
            }
            case "tupleelement" -> {
                return ValueForms.field(bind(args.get(0)), args.get(1));
            }
            case "multiif", "casewithexpression", "if" -> {
                return forms.choice(call, name.equals("casewithexpression"));
            }
            case "coalesce", "ifnull", "nullif", "greatest", "least" -> {
                return forms.common(name, args);
            }
            default -> {
                return function(name, call);
            }
        }
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
