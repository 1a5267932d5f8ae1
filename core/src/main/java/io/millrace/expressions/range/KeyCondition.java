package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as a formula over key expressions: what is not about the keys has become "unknown". Made once per query and key, then applied to the key
 * values of each part by {@link #over}. Immutable; threads share it.
 */
public final class KeyCondition {
    /** A node of the formula. */
    sealed interface Node {}

    record And(List<Node> nodes) implements Node {}

    record Or(List<Node> nodes) implements Node {}

    record Not(Node node) implements Node {}

    /** What says nothing, or the same for all rows. */
    record Fixed(int mask) implements Node {}

    /** Something about one key column. */
    record Leaf(KeyAtom atom) implements Node {}

    private static final Node UNKNOWN = new Fixed(Mask.BOTH);

    private final Node root;
    private final List<Expression> keys;

    private KeyCondition(Node root, List<Expression> keys) {
        this.root = root;
        this.keys = List.copyOf(keys);
    }

    /**
     * Sees a condition as one over keys.
     *
     * @param keys the key expressions; columns in them are recognised by name, so they may be bound to another block than the condition
     */
    public static KeyCondition of(Expression condition, List<Expression> keys) {
        return new KeyCondition(new Builder(keys).node(condition), keys);
    }

    /** A condition that says nothing. */
    public static KeyCondition always() {
        return new KeyCondition(UNKNOWN, List.of());
    }

    /** Whether it says nothing about the keys, so that no range can be dropped. */
    public boolean isUseless() {
        return isUnknown(root);
    }

    private static boolean isUnknown(Node node) {
        return switch (node) {
            case Fixed f -> (f.mask() & Mask.TRUE) != 0;
            case Leaf l -> false;
            case Not n -> isUnknown(n.node());
            case And a -> a.nodes().stream().allMatch(KeyCondition::isUnknown);
            case Or o -> o.nodes().stream().anyMatch(KeyCondition::isUnknown);
        };
    }

    /** Number of leading keys that matter. */
    public int usedKeys() {
        return usedKeys(root);
    }

    private static int usedKeys(Node node) {
        return switch (node) {
            case Fixed f -> 0;
            case Leaf l -> l.atom().key() + 1;
            case Not n -> usedKeys(n.node());
            case And a ->
                a.nodes().stream().mapToInt(KeyCondition::usedKeys).max().orElse(0);
            case Or o ->
                o.nodes().stream().mapToInt(KeyCondition::usedKeys).max().orElse(0);
        };
    }

    /** The formula over concrete key values: one plain column per key expression, in its type without LowCardinality. */
    public KeyAnalysis over(List<DataType> keyTypes, List<Column> keyValues, EvaluationContext context) {
        return new KeyAnalysis(bound(root, keyTypes, keyValues, context), keyTypes, keyValues);
    }

    private static KeyAnalysis.Formula bound(
            Node node, List<DataType> types, List<Column> values, EvaluationContext context) {
        return switch (node) {
            case Fixed f -> ranges -> f.mask();
            case Leaf l ->
                l.atom().over(types.get(l.atom().key()), values.get(l.atom().key()), context);
            case Not n -> {
                KeyAnalysis.Formula inner = bound(n.node(), types, values, context);
                yield ranges -> Mask.not(inner.mask(ranges));
            }
            case And a -> {
                List<KeyAnalysis.Formula> all = boundAll(a.nodes(), types, values, context);
                yield ranges -> {
                    int mask = Mask.TRUE;
                    for (KeyAnalysis.Formula formula : all) {
                        mask = Mask.and(mask, formula.mask(ranges));
                    }
                    return mask;
                };
            }
            case Or o -> {
                List<KeyAnalysis.Formula> all = boundAll(o.nodes(), types, values, context);
                yield ranges -> {
                    int mask = Mask.FALSE;
                    for (KeyAnalysis.Formula formula : all) {
                        mask = Mask.or(mask, formula.mask(ranges));
                    }
                    return mask;
                };
            }
        };
    }

    private static List<KeyAnalysis.Formula> boundAll(
            List<Node> nodes, List<DataType> types, List<Column> values, EvaluationContext context) {
        return nodes.stream().map(n -> bound(n, types, values, context)).toList();
    }

    /** The formula as EXPLAIN shows it. */
    public String describe() {
        return isUseless() ? "true" : describe(root);
    }

    private static String describe(Node node) {
        return switch (node) {
            case Fixed f -> f.mask() == Mask.FALSE ? "false" : f.mask() == Mask.BOTH ? "unknown" : "true";
            case Leaf l -> l.atom().describe();
            case Not n -> "not(" + describe(n.node()) + ")";
            case And a -> joined("and", a.nodes());
            case Or o -> joined("or", o.nodes());
        };
    }

    private static String joined(String name, List<Node> nodes) {
        return name + "("
                + String.join(", ", nodes.stream().map(KeyCondition::describe).toList()) + ")";
    }

    List<Expression> keys() {
        return keys;
    }

    /** Turns a condition into a formula. */
    private record Builder(List<Expression> keys) {
        Node node(Expression expression) {
            return switch (expression) {
                case Expression.Constant constant -> fixed(constant);
                case Expression.InSet in -> leaf(KeyAtoms.inSet(in, keys)).orElse(UNKNOWN);
                case Expression.Call call -> call(call);
                case Expression.Input input -> UNKNOWN;
                case Expression.Lambda lambda -> UNKNOWN;
            };
        }

        private static Node fixed(Expression.Constant constant) {
            Column value = constant.value();
            if (value.isNull(0)) {
                return new Fixed(Mask.NEITHER);
            }
            Column plain = value instanceof NullableColumn n ? n.values() : value;
            return NumberValues.exact(Types.bare(constant.type()), plain, 0)
                    .<Node>map(v -> new Fixed(v.signum() != 0 ? Mask.TRUE : Mask.FALSE))
                    .orElse(UNKNOWN);
        }

        private Node call(Expression.Call call) {
            return switch (call.function()) {
                case "and" -> new And(call.arguments().stream().map(this::node).toList());
                case "or" -> new Or(call.arguments().stream().map(this::node).toList());
                case "not" -> new Not(node(call.arguments().getFirst()));
                case "materialize", "identity", "toBool" ->
                    node(call.arguments().getFirst());
                case "equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals" -> comparison(call);
                default -> leaf(KeyAtoms.other(call, keys)).orElse(UNKNOWN);
            };
        }

        private Node comparison(Expression.Call call) {
            Expression left = call.arguments().get(0);
            Expression right = call.arguments().get(1);
            boolean equality =
                    call.function().equals("equals") || call.function().equals("notEquals");
            if (equality
                    && left instanceof Expression.Call a
                    && a.function().equals("tuple")
                    && right instanceof Expression.Constant constant) {
                return tupleEquality(call, a, constant);
            }
            return leaf(KeyAtoms.comparison(call, left, right, keys)).orElse(UNKNOWN);
        }

        /** (a, b) = (1, 2) is a = 1 AND b = 2. */
        private Node tupleEquality(Expression.Call call, Expression.Call tuple, Expression.Constant constant) {
            Column value = constant.value() instanceof ConstColumn c ? c.value() : constant.value();
            if (!(value instanceof io.millrace.data.column.TupleColumn parts)
                    || !(constant.type() instanceof DataType.TupleType types)) {
                return UNKNOWN;
            }
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < tuple.arguments().size(); i++) {
                Expression.Constant element = new Expression.Constant(
                        types.elements().get(i), parts.elements().get(i));
                nodes.add(leaf(KeyAtoms.equality(tuple.arguments().get(i), element, keys))
                        .orElse(UNKNOWN));
            }
            Node all = new And(nodes);
            return call.function().equals("equals") ? all : new Not(all);
        }

        private static Optional<Node> leaf(Optional<KeyAtom> atom) {
            return atom.map(Leaf::new);
        }
    }

    /** The bytes of a constant string. */
    static Optional<byte[]> bytesOf(Expression expression) {
        return expression instanceof Expression.Constant c && c.value() instanceof StringColumn s
                ? Optional.of(s.copyOf(0))
                : Optional.empty();
    }
}
