package io.millrace.sql.print;

import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Identifier;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.ast.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random syntax trees of the shapes the parser makes. */
final class RandomSyntax {
    private static final String[] NAMES = {
        "a",
        "b",
        "t",
        "value",
        "`odd",
        "two words",
        "select",
        "from",
        "interval",
        "case",
        "not",
        "date",
        "limit",
        "in",
        "äöü",
        "1st",
        "true",
        "with",
        "end",
        "format",
        "x.y"
    };
    private static final String[] INFIX = {
        "plus",
        "minus",
        "multiply",
        "divide",
        "modulo",
        "equals",
        "notEquals",
        "less",
        "greater",
        "lessOrEquals",
        "greaterOrEquals",
        "like",
        "notLike",
        "ilike",
        "notILike",
        "isNotDistinctFrom",
        "isDistinctFrom"
    };
    private final Random random;

    RandomSyntax(Random random) {
        this.random = random;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String name() {
        return pick(NAMES);
    }

    private <T> List<T> some(int least, int most, Supplier<T> element) {
        ArrayList<T> list = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(Supplier<T> element) {
        return random.nextInt(3) == 0 ? Optional.of(element.get()) : Optional.empty();
    }

    LiteralValue value() {
        return switch (random.nextInt(8)) {
            case 0 -> new LiteralValue.NullValue();
            case 1 -> new LiteralValue.BoolValue(random.nextBoolean());
            case 2 -> LiteralValue.IntegerValue.of(random.nextInt(-5, 100));
            case 3 -> new LiteralValue.IntegerValue(new BigInteger(64, random));
            case 4 -> new LiteralValue.FloatValue(Double.longBitsToDouble(random.nextLong() & 0xBFFFFFFFFFFFFFFFL));
            case 5 -> new LiteralValue.FloatValue(random.nextInt(100) / 4.0);
            case 6 -> LiteralValue.StringValue.of(name() + "'\\\n\t" + name());
            default -> bytes();
        };
    }

    private LiteralValue bytes() {
        byte[] bytes = new byte[random.nextInt(6)];
        random.nextBytes(bytes);
        return new LiteralValue.StringValue(bytes);
    }

    private Literal literal() {
        return new Literal(Position.NONE, value());
    }

    private Identifier identifier() {
        return new Identifier(Position.NONE, some(1, 3, this::name));
    }

    Expr expression(int depth) {
        if (depth <= 0) {
            return random.nextBoolean() ? literal() : identifier();
        }
        int next = depth - 1 - random.nextInt(2);
        return switch (random.nextInt(16)) {
            case 0 -> literal();
            case 1 -> identifier();
            case 2, 3 -> operator(pick(INFIX), List.of(expression(next), expression(next)));
            case 4 -> operator(random.nextBoolean() ? "and" : "or", some(2, 4, () -> expression(next)));
            case 5 -> operator(random.nextBoolean() ? "not" : "negate", List.of(expression(next)));
            case 6 -> operator(random.nextBoolean() ? "isNull" : "isNotNull", List.of(expression(next)));
            case 7 -> operator("in", List.of(expression(next), set(next)));
            case 8 -> operator("arrayElement", List.of(expression(next), expression(next)));
            case 9 ->
                operator(
                        "tupleElement",
                        List.of(expression(next), new Literal(Position.NONE, LiteralValue.IntegerValue.of(1))));
            case 10 -> nonLiteral(random.nextBoolean() ? "array" : "tuple", next);
            case 11 -> new Expr.Lambda(Position.NONE, some(0, 3, this::name), expression(next));
            case 12 -> new Expr.Subquery(Position.NONE, query(next));
            case 13 -> new Expr.Alias(Position.NONE, noAlias(next), name());
            default -> call(next);
        };
    }

    private Expr noAlias(int depth) {
        Expr expression = expression(depth);
        while (expression instanceof Expr.Alias alias) {
            expression = alias.expression();
        }
        return expression;
    }

    private static FunctionCall operator(String name, List<Expr> arguments) {
        return FunctionCall.operator(Position.NONE, name, arguments);
    }

    /** An array or tuple with something in it that is no literal, so that it is a call and no literal itself. */
    private Expr nonLiteral(String name, int depth) {
        ArrayList<Expr> elements = new ArrayList<>(some(1, 3, () -> expression(depth)));
        elements.add(identifier());
        return operator(name, elements);
    }

    private Expr set(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new Literal(Position.NONE, new LiteralValue.TupleValue(some(2, 4, this::value)));
            case 1 -> new Expr.Subquery(Position.NONE, query(depth));
            default -> identifier();
        };
    }

    private Expr call(int depth) {
        return new FunctionCall(
                Position.NONE,
                pick(new String[] {"f", "if", "count", "toString", "odd name", "values", "left"}),
                random.nextInt(4) == 0
                        ? some(1, 2, this::literal).stream().<Expr>map(x -> x).toList()
                        : List.of(),
                some(0, 3, () -> expression(depth)),
                Expr.Notation.CALL,
                pick(Expr.NullsAction.values()),
                maybe(() -> random.nextBoolean() ? new Window.Named(name()) : window(depth)));
    }

    private Window.Specification window(int depth) {
        return new Window.Specification(
                Optional.empty(),
                some(0, 2, () -> expression(depth)),
                some(0, 2, () -> order(depth)),
                maybe(() -> new Window.Frame(
                        pick(Window.FrameUnit.values()),
                        new Window.Unbounded(Window.Direction.PRECEDING),
                        new Window.Offset(literal(), Window.Direction.FOLLOWING))));
    }

    private OrderElement order(int depth) {
        return new OrderElement(
                expression(depth),
                random.nextBoolean(),
                pick(OrderElement.Nulls.values()),
                maybe(() -> (Expr) new Literal(Position.NONE, LiteralValue.StringValue.of("en"))),
                maybe(() -> new OrderElement.Fill(
                        maybe(() -> expression(0)),
                        maybe(() -> expression(0)),
                        maybe(() -> expression(0)),
                        Optional.empty())));
    }

    Query query(int depth) {
        if (depth > 0 && random.nextInt(5) == 0) {
            Query.Operator operator = pick(Query.Operator.values());
            ArrayList<Query> queries = new ArrayList<>(List.of(query(depth - 1), query(depth - 1)));
            if (operator.ordinal() <= Query.Operator.UNION_DISTINCT.ordinal() && random.nextBoolean()) {
                queries.add(select(depth - 1));
            }
            if (queries.getFirst() instanceof Query.Combined first
                    && first.operator() == operator
                    && operator.ordinal() <= Query.Operator.UNION_DISTINCT.ordinal()) {
                queries.set(0, select(0));
            }
            return new Query.Combined(Position.NONE, operator, queries);
        }
        return select(depth);
    }

    private Query.Select select(int depth) {
        int next = depth - 1;
        return new Query.Select(
                Position.NONE,
                depth > 0 && random.nextInt(4) == 0 ? some(1, 2, () -> with(next)) : List.of(),
                false,
                pick(Query.Distinct.values()),
                some(1, 3, () -> random.nextInt(6) == 0 ? asterisk(next) : expression(next)),
                maybe(() -> from(next)),
                maybe(() -> expression(next)),
                maybe(() -> expression(next)),
                groupBy(next),
                maybe(() -> expression(next)),
                random.nextInt(5) == 0 ? some(1, 2, () -> new Window.Definition(name(), window(0))) : List.of(),
                maybe(() -> expression(next)),
                new Query.OrderBy(new Query.OrderList(some(0, 2, () -> order(next))), Optional.empty()),
                maybe(() ->
                        new Query.LimitBy(literal(), maybe(() -> literal()), some(1, 2, () -> expression(0)), false)),
                maybe(() -> new Query.Limit(Optional.of(expression(0)), maybe(() -> literal()), random.nextBoolean()))
                        .orElse(Query.Limit.NONE),
                random.nextInt(5) == 0 ? List.of(new SettingChange("max_threads", Optional.of(value()))) : List.of());
    }

    private Query.With with(int depth) {
        return random.nextBoolean()
                ? new Query.WithExpression(noAlias(depth), name())
                : new Query.WithQuery(
                        Position.NONE, name(), some(0, 2, this::name), random.nextBoolean(), query(depth));
    }

    private Expr asterisk(int depth) {
        return new Expr.Asterisk(Position.NONE, maybe(this::identifier), some(0, 2, () -> transformer(depth)));
    }

    private ColumnTransformer transformer(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new ColumnTransformer.Except(random.nextBoolean(), some(1, 3, () -> "c" + random.nextInt(9)));
            case 1 ->
                new ColumnTransformer.Replace(
                        false, some(1, 2, () -> new Expr.Alias(Position.NONE, noAlias(depth), name())));
            default -> new ColumnTransformer.ApplyFunction("sum", List.of(), random.nextBoolean() ? "p_" : "");
        };
    }

    private Query.GroupBy groupBy(int depth) {
        Query.GroupKeys keys = switch (random.nextInt(5)) {
            case 0 -> new Query.KeyList(some(1, 3, () -> expression(depth)));
            case 1 -> new Query.AllKeys();
            case 2 -> new Query.GroupingSets(some(1, 3, () -> some(0, 2, () -> expression(depth))));
            default -> new Query.NoKeys();
        };
        boolean any = !(keys instanceof Query.NoKeys);
        return new Query.GroupBy(keys, any && random.nextInt(4) == 0, false, random.nextInt(4) == 0);
    }

    private FromItem from(int depth) {
        if (depth <= 0) {
            return table();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new FromItem.Derived(Position.NONE, query(depth - 1), modifiers());
            case 1 ->
                new FromItem.TableFunction(
                        Position.NONE, "numbers", some(0, 2, () -> expression(depth - 1)), List.of(), modifiers());
            case 2 ->
                new FromItem.Join(
                        Position.NONE,
                        from(depth - 1),
                        table(),
                        pick(new FromItem.JoinKind[] {
                            FromItem.JoinKind.INNER, FromItem.JoinKind.LEFT, FromItem.JoinKind.FULL
                        }),
                        pick(FromItem.Strictness.values()),
                        random.nextBoolean() ? FromItem.Locality.GLOBAL : FromItem.Locality.UNSPECIFIED,
                        random.nextBoolean()
                                ? new FromItem.On(expression(depth - 1))
                                : new FromItem.Using(some(1, 2, () -> (Expr) identifier())));
            case 3 ->
                new FromItem.ArrayJoin(
                        Position.NONE,
                        Optional.of(from(depth - 1)),
                        random.nextBoolean(),
                        some(1, 2, () -> expression(depth - 1)));
            default -> table();
        };
    }

    private FromItem table() {
        return new FromItem.Table(new TableName(Position.NONE, maybe(this::name), name()), modifiers());
    }

    private FromItem.Modifiers modifiers() {
        return random.nextBoolean()
                ? FromItem.Modifiers.NONE
                : new FromItem.Modifiers(maybe(this::name), List.of(), random.nextBoolean(), Optional.empty());
    }
}
