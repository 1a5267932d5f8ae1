package io.millrace.expressions.range;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the statements about keys in a condition. */
final class KeyAtoms {
    private KeyAtoms() {}

    // ---- comparisons ----

    static Optional<KeyAtom> comparison(
            Expression.Call call, Expression left, Expression right, List<Expression> keys) {
        if (right instanceof Expression.Constant constant) {
            return compared(call, left, constant, 0, keys);
        }
        if (left instanceof Expression.Constant constant) {
            return compared(call, right, constant, 1, keys);
        }
        return Optional.empty();
    }

    private static Optional<KeyAtom> compared(
            Expression.Call call, Expression value, Expression.Constant constant, int valueAt, List<Expression> keys) {
        String name = valueAt == 0 ? call.function() : mirrored(call.function());
        if (constant.value().isNull(0)) {
            return Optional.empty();
        }
        Optional<KeyChain> chain = KeyChain.of(value, keys);
        if (chain.isEmpty()) {
            return throughKey(name, value, constant, keys);
        }
        String text = "(" + print(value) + " " + name + " " + print(constant) + ")";
        KeyAtom.Test test = name.equals("equals") || name.equals("notEquals")
                ? equalTo(constant, name.equals("notEquals"))
                : new OrderTest(call, valueAt, constant, name.startsWith("greater"));
        return Optional.of(new KeyAtom(chain.get().key(), chain.get().steps(), test, text));
    }

    static Optional<KeyAtom> equality(Expression value, Expression.Constant constant, List<Expression> keys) {
        if (constant.value().isNull(0)) {
            return Optional.empty();
        }
        return KeyChain.of(value, keys)
                .map(c -> new KeyAtom(
                        c.key(),
                        c.steps(),
                        equalTo(constant, false),
                        "(" + print(value) + " = " + print(constant) + ")"));
    }

    private static String mirrored(String name) {
        return switch (name) {
            case "less" -> "greater";
            case "lessOrEquals" -> "greaterOrEquals";
            case "greater" -> "less";
            case "greaterOrEquals" -> "lessOrEquals";
            default -> name;
        };
    }

    private static KeyAtom.Test equalTo(Expression.Constant constant, boolean negated) {
        return (type, values, context) -> ConstantComparison.of(type, constant.type(), constant.value())
                .map(comparison -> (low, high) -> {
                    int lowOrder = low < 0 ? -1 : comparison.compare(values, low);
                    int highOrder = high < 0 ? 1 : comparison.compare(values, high);
                    boolean inside = lowOrder <= 0 && highOrder >= 0;
                    boolean only = lowOrder == 0 && highOrder == 0;
                    int mask = Mask.of(inside, !only);
                    return negated ? Mask.not(mask) : mask;
                });
    }

    /**
     * An inequality, asked of the comparison function itself: it is monotone in the key, so its answers at the two ends say all, whatever the types are.
     */
    private record OrderTest(Expression.Call call, int valueAt, Expression.Constant constant, boolean greater)
            implements KeyAtom.Test {
        @Override
        public Optional<KeyAtom.RangeTest> over(DataType type, Column values, EvaluationContext context) {
            int rows = values.rows();
            DataType expected = call.arguments().get(valueAt).type();
            Column[] arguments = new Column[2];
            arguments[valueAt] = KeyColumnTypes.asArgument(expected, values);
            arguments[1 - valueAt] = new ConstColumn(constant.value(), rows);
            long[] bits = new long[Bitmaps.words(rows)];
            try {
                Conditions.truth(call.bound().evaluate(arguments, rows, context), rows, bits);
            } catch (DbException e) {
                return Optional.empty();
            }
            return Optional.of((low, high) -> {
                int most = greater ? high : low;
                int least = greater ? low : high;
                boolean canBeTrue = most < 0 || Bitmaps.get(bits, most);
                boolean canBeFalse = least < 0 || !Bitmaps.get(bits, least);
                return Mask.of(canBeTrue, canBeFalse);
            });
        }
    }

    /**
     * A statement about a column where the key is a function of that column: {@code x = c} makes {@code f(x) = f(c)} for every function, {@code x > c} makes
     * {@code f(x) >= f(c)} for an increasing one.
     */
    private static Optional<KeyAtom> throughKey(
            String name, Expression value, Expression.Constant constant, List<Expression> keys) {
        if (!(value instanceof Expression.Input input) || name.equals("notEquals")) {
            return Optional.empty();
        }
        for (int key = 0; key < keys.size(); key++) {
            Optional<List<KeyAtom.Step>> path = stepsFrom(keys.get(key), input);
            if (path.isEmpty() || path.get().isEmpty()) {
                continue;
            }
            Optional<Boolean> direction = direction(path.get());
            if (!name.equals("equals") && direction.isEmpty()) {
                continue;
            }
            Optional<Column> typed = typedConstant(Types.bare(input.type()), constant);
            if (typed.isEmpty()) {
                continue;
            }
            boolean greater =
                    name.startsWith("greater") != direction.filter(d -> !d).isPresent();
            Expression keyExpression = keys.get(key);
            String text = "(" + print(keyExpression) + " " + name + " of " + print(constant) + ")";
            return Optional.of(new KeyAtom(
                    key,
                    List.of(),
                    (type, values, context) ->
                            through(keyExpression, typed.get(), name.equals("equals"), greater, type, values, context),
                    text));
        }
        return Optional.empty();
    }

    private static Optional<KeyAtom.RangeTest> through(
            Expression key,
            Column constant,
            boolean equal,
            boolean greater,
            DataType type,
            Column values,
            EvaluationContext context) {
        Column image;
        try {
            image = image(key, constant, context);
        } catch (DbException e) {
            return Optional.empty();
        }
        if (image.isNull(0)) {
            return Optional.empty();
        }
        Column plain = image instanceof NullableColumn n ? n.values() : image;
        ValueOrder order = ValueOrder.of(type);
        return Optional.of((low, high) -> {
            int lowOrder = low < 0 ? -1 : order.compare(values, low, plain, 0, 1);
            int highOrder = high < 0 ? 1 : order.compare(values, high, plain, 0, 1);
            boolean canBeTrue = equal ? lowOrder <= 0 && highOrder >= 0 : greater ? highOrder >= 0 : lowOrder <= 0;
            return Mask.of(canBeTrue, true);
        });
    }

    /** The key expression of one value of its column. */
    private static Column image(Expression key, Column constant, EvaluationContext context) {
        List<Column> inputs = new ArrayList<>();
        for (int index : ExpressionProgram.inputsOf(key)) {
            while (inputs.size() <= index) {
                inputs.add(constant);
            }
        }
        Block block = new Block(new Header(List.of()), inputs, 1);
        return ExpressionProgram.compile(List.of(key))
                .evaluate(block, context)[0]
                .plain();
    }

    /** A constant in the layout of a column's type, when it is such a value exactly. */
    private static Optional<Column> typedConstant(DataType type, Expression.Constant constant) {
        DataType from = Types.bare(constant.type());
        Column value = constant.value() instanceof NullableColumn n ? n.values() : constant.value();
        if (type.equals(from) || type instanceof DataType.DateTimeType && from instanceof DataType.DateTimeType) {
            return Optional.of(value);
        }
        return TypedConstants.convert(type, from, value);
    }

    /** The steps from an input to a key expression, if that varies with nothing else. */
    private static Optional<List<KeyAtom.Step>> stepsFrom(Expression key, Expression.Input input) {
        List<KeyAtom.Step> steps = new ArrayList<>();
        Expression at = key;
        while (at instanceof Expression.Call call) {
            int argument = KeyChain.onlyVarying(call);
            if (argument < 0 || !call.deterministic()) {
                return Optional.empty();
            }
            steps.addFirst(new KeyAtom.Step(call, argument, Monotonicity.of(call, argument)));
            at = call.arguments().get(argument);
        }
        return at instanceof Expression.Input other && other.name().equals(input.name())
                ? Optional.of(steps)
                : Optional.empty();
    }

    /** True for an increasing, false for a decreasing chain; empty when it is not always one of them. */
    private static Optional<Boolean> direction(List<KeyAtom.Step> steps) {
        boolean increasing = true;
        for (KeyAtom.Step step : steps) {
            switch (step.monotonicity()) {
                case INCREASING -> {}
                case DECREASING -> increasing = !increasing;
                case NARROWING, INCREASING_MAY_WRAP, DECREASING_MAY_WRAP, POINTS -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(increasing);
    }

    // ---- sets ----

    static Optional<KeyAtom> inSet(Expression.InSet in, List<Expression> keys) {
        String text = "(" + print(in.value()) + (in.negated() ? " notIn set)" : " in set)");
        Optional<KeyChain> whole = KeyChain.of(in.value(), keys);
        if (whole.isPresent()) {
            return Optional.of(
                    new KeyAtom(whole.get().key(), whole.get().steps(), new SetTest(in, Optional.empty()), text));
        }
        if (in.value() instanceof Expression.Call tuple && tuple.function().equals("tuple")) {
            for (int i = 0; i < tuple.arguments().size(); i++) {
                Optional<KeyChain> element = KeyChain.of(tuple.arguments().get(i), keys);
                if (element.isPresent()) {
                    return Optional.of(new KeyAtom(
                            element.get().key(), element.get().steps(), new SetTest(in, Optional.of(i)), text));
                }
            }
        }
        return Optional.empty();
    }

    // ---- the rest ----

    private static final Set<String> EMPTINESS = Set.of("empty", "notEmpty");

    static Optional<KeyAtom> other(Expression.Call call, List<Expression> keys) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case "like" -> prefixOf(arguments.get(1)).flatMap(p -> prefixed(arguments.get(0), p, keys));
            case "startsWith" ->
                KeyCondition.bytesOf(arguments.get(1))
                        .flatMap(p -> prefixed(arguments.get(0), new Prefix(p, true), keys));
            case "isNull", "isNotNull" ->
                KeyChain.of(arguments.getFirst(), keys)
                        .map(c -> new KeyAtom(
                                c.key(),
                                c.steps(),
                                new NullTest(call.function().equals("isNull")),
                                "(" + print(arguments.getFirst()) + " " + call.function() + ")"));
            default -> EMPTINESS.contains(call.function()) ? emptiness(call, keys) : Optional.empty();
        };
    }

    private static Optional<KeyAtom> emptiness(Expression.Call call, List<Expression> keys) {
        Expression value = call.arguments().getFirst();
        if (!(Types.bare(value.type()) instanceof DataType.StringType)) {
            return Optional.empty();
        }
        Expression.Constant nothing = new Expression.Constant(Types.STRING, StringColumn.of(""));
        boolean negated = call.function().equals("notEmpty");
        return KeyChain.of(value, keys)
                .map(c -> new KeyAtom(
                        c.key(),
                        c.steps(),
                        equalTo(nothing, negated),
                        "(" + print(value) + " " + call.function() + ")"));
    }

    /** Whether values are NULL, which is last in the order of keys. */
    record NullTest(boolean wantsNull) implements KeyAtom.Test {
        @Override
        public Optional<KeyAtom.RangeTest> over(DataType type, Column values, EvaluationContext context) {
            return Optional.empty();
        }

        int mask(Column values, int low, int high) {
            boolean canBeNull = values instanceof NullableColumn && (high < 0 || values.isNull(high));
            boolean canBeValue = low < 0 || !values.isNull(low);
            return wantsNull ? Mask.of(canBeNull, canBeValue) : Mask.of(canBeValue, canBeNull);
        }
    }

    /** The beginning that matching strings have; {@code exact} when all strings with it match. */
    private record Prefix(byte[] bytes, boolean exact) {}

    private static Optional<Prefix> prefixOf(Expression pattern) {
        return KeyCondition.bytesOf(pattern).map(bytes -> {
            byte[] prefix = new byte[bytes.length];
            int length = 0;
            int at = 0;
            while (at < bytes.length && bytes[at] != '%' && bytes[at] != '_') {
                if (bytes[at] == '\\' && at + 1 < bytes.length) {
                    at++;
                }
                prefix[length++] = bytes[at++];
            }
            boolean exact = at == bytes.length - 1 && bytes[at] == '%';
            return new Prefix(Arrays.copyOf(prefix, length), exact);
        });
    }

    private static Optional<KeyAtom> prefixed(Expression value, Prefix prefix, List<Expression> keys) {
        if (prefix.bytes().length == 0 || !(Types.bare(value.type()) instanceof DataType.StringType)) {
            return Optional.empty();
        }
        return KeyChain.of(value, keys)
                .map(c -> new KeyAtom(
                        c.key(),
                        c.steps(),
                        (type, values, context) -> values instanceof StringColumn strings
                                ? Optional.of((low, high) -> prefixMask(strings, prefix, low, high))
                                : Optional.empty(),
                        "(" + print(value) + " begins with a constant)"));
    }

    private static int prefixMask(StringColumn strings, Prefix prefix, int low, int high) {
        int lowOrder = low < 0 ? -1 : compareToPrefix(strings, low, prefix.bytes());
        int highOrder = high < 0 ? 1 : compareToPrefix(strings, high, prefix.bytes());
        boolean inside = lowOrder <= 0 && highOrder >= 0;
        return Mask.of(inside, !(prefix.exact() && lowOrder == 0 && highOrder == 0));
    }

    /** 0 for all strings with the prefix. */
    private static int compareToPrefix(StringColumn strings, int row, byte[] prefix) {
        int from = strings.offsets()[row];
        int to = Math.min(strings.offsets()[row + 1], from + prefix.length);
        return Arrays.compareUnsigned(strings.bytes(), from, to, prefix, 0, prefix.length);
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case Expression.Input input -> input.name();
            case Expression.Constant c ->
                c.value() instanceof StringColumn s
                        ? "'" + s.text(0) + "'"
                        : NumberValues.exact(Types.bare(c.type()), c.value(), 0)
                                .map(Object::toString)
                                .orElse("a constant");
            case Expression.Call call ->
                call.function()
                        + "("
                        + String.join(
                                ", ",
                                call.arguments().stream().map(KeyAtoms::print).toList())
                        + ")";
            case Expression.Lambda lambda -> "a lambda";
            case Expression.InSet in -> print(in.value()) + " in set";
        };
    }
}
