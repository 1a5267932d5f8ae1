package io.millrace.functions.scalar.row;

import io.millrace.base.io.ByteSink;
import io.millrace.base.setting.Settings;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs SELECTs of scalar functions without the engine, for tests: columns of expressions over nothing, numbers(n), or another such SELECT whose
 * columns may be arrayJoin of an array.
 */
public final class SqlExpressions {
    /** The query needs more than scalar functions. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String what) {
            super(what);
        }
    }

    /** Named columns of equal size. */
    record Frame(int rows, Map<String, Typed> columns) {}

    /** A column with its type. */
    record Typed(DataType type, Column column) {}

    private static final Functions FUNCTIONS = new Functions();
    private static final BindContext CONTEXT = new BindContext(
            FUNCTIONS,
            Settings.defaults(),
            ZoneId.of("UTC"),
            Instant.EPOCH,
            "default",
            "default",
            "query-1",
            "26.7.1.1",
            EvaluationContext.unlimited());

    private SqlExpressions() {}

    public static BindContext context() {
        return CONTEXT;
    }

    /** Rows of an answer with columns in place of constants. */
    public static final int ROWS = 3;

    /** The answer in TabSeparated, with line feeds. */
    public static String run(String sql) {
        return run(sql, new Frame(1, new LinkedHashMap<>()), false);
    }

    /** The answer for {@link #ROWS} rows, every literal being a column. */
    public static String runOnColumns(String sql) {
        return run(sql, new Frame(ROWS, new LinkedHashMap<>()), true);
    }

    private static String run(String sql, Frame nothing, boolean columnsOnly) {
        if (!(Parser.parse(sql, Dialect.CLICKHOUSE).statement() instanceof Statement.SelectStatement select)) {
            throw new Unsupported("no SELECT");
        }
        List<Typed> columns = new ArrayList<>();
        Frame frame = select(select.query(), columns, nothing, columnsOnly);
        TextOptions options = TextOptions.defaults(TimeZone.of("UTC"));
        List<TextWriter> writers = new ArrayList<>();
        for (Typed column : columns) {
            TextWriter writer = TextWriter.of(column.type(), TextStyle.ESCAPED, options);
            writer.bind(column.column());
            writers.add(writer);
        }
        ByteSink out = new ByteSink();
        for (int row = 0; row < frame.rows(); row++) {
            for (int i = 0; i < writers.size(); i++) {
                if (i > 0) {
                    out.putByte('\t');
                }
                writers.get(i).write(row, out);
            }
            out.putByte('\n');
        }
        return out.toString();
    }

    private static Frame select(Query query, List<Typed> out, Frame nothing, boolean columnsOnly) {
        if (!(query instanceof Query.Select s)
                || s.where().isPresent()
                || s.limitBy().isPresent()
                || s.having().isPresent()) {
            throw new Unsupported("clauses");
        }
        Frame frame = s.from().map(SqlExpressions::from).orElse(nothing);
        Map<String, Expr> aliases = new HashMap<>();
        for (Expr column : s.columns()) {
            collectAliases(column, aliases);
        }
        List<Expr> joined = new ArrayList<>();
        for (Expr column : s.columns()) {
            collectJoins(column, joined);
        }
        if (!joined.isEmpty()) {
            frame = join(frame, (Expr.FunctionCall) joined.getFirst(), aliases);
        }
        Scope scope = new Scope(frame, aliases, columnsOnly);
        Map<String, Typed> named = new LinkedHashMap<>();
        for (Expr column : s.columns()) {
            Node node = scope.bind(column);
            Typed typed = new Typed(node.type(), node.evaluate(frame.columns(), frame.rows()));
            out.add(typed);
            named.put(column instanceof Expr.Alias a ? a.name() : column.toString(), typed);
        }
        return new Frame(frame.rows(), named);
    }

    private static Frame from(FromItem item) {
        return switch (item) {
            case FromItem.TableFunction f
            when f.name().equals("numbers") && f.arguments().size() == 1 -> {
                int n = ((LiteralValue.IntegerValue)
                                ((Expr.Literal) f.arguments().getFirst()).value())
                        .value()
                        .intValue();
                long[] numbers = new long[n];
                for (int i = 0; i < n; i++) {
                    numbers[i] = i;
                }
                yield new Frame(n, Map.of("number", new Typed(Types.UINT64, new LongColumn(numbers, n))));
            }
            case FromItem.Derived q -> select(q.query(), new ArrayList<>(), new Frame(1, new LinkedHashMap<>()), false);
            default -> throw new Unsupported("FROM");
        };
    }

    private static void collectAliases(Expr expr, Map<String, Expr> aliases) {
        switch (expr) {
            case Expr.Alias a -> {
                aliases.put(a.name(), a.expression());
                collectAliases(a.expression(), aliases);
            }
            case Expr.FunctionCall c -> c.arguments().forEach(a -> collectAliases(a, aliases));
            default -> {}
        }
    }

    private static void collectJoins(Expr expr, List<Expr> found) {
        switch (expr) {
            case Expr.Alias a -> collectJoins(a.expression(), found);
            case Expr.FunctionCall c when c.name().equals("arrayJoin") -> found.add(c);
            case Expr.FunctionCall c -> c.arguments().forEach(a -> collectJoins(a, found));
            default -> {}
        }
    }

    private static Frame join(Frame frame, Expr.FunctionCall call, Map<String, Expr> aliases) {
        Node array = new Scope(frame, aliases, false).bind(call.arguments().getFirst());
        Column value = array.evaluate(frame.columns(), frame.rows());
        ArrayColumn lists = (ArrayColumn) (value instanceof ConstColumn c ? c.plain() : value);
        int rows = lists.offsets()[frame.rows()];
        Map<String, Typed> columns = new LinkedHashMap<>();
        columns.put(
                "arrayJoin()",
                new Typed(
                        ((DataType.ArrayType) array.type()).element(),
                        lists.elements().slice(0, rows)));
        int[] source = new int[rows];
        for (int row = 0; row < frame.rows(); row++) {
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                source[i] = row;
            }
        }
        frame.columns()
                .forEach((name, typed) ->
                        columns.put(name, new Typed(typed.type(), typed.column().gather(source, rows))));
        return new Frame(rows, columns);
    }

    /** A bound expression. */
    interface Node {
        DataType type();

        Column evaluate(Map<String, Typed> columns, int rows);

        default Optional<Column> constant() {
            return Optional.empty();
        }
    }

    /** A known value. */
    record Constant(DataType type, Column value) implements Node {
        @Override
        public Column evaluate(Map<String, Typed> columns, int rows) {
            return new ConstColumn(value, rows);
        }

        @Override
        public Optional<Column> constant() {
            return Optional.of(value);
        }
    }

    /** A known value as a column that does not look constant. */
    record Full(Node value) implements Node {
        @Override
        public DataType type() {
            return value.type();
        }

        @Override
        public Column evaluate(Map<String, Typed> columns, int rows) {
            Column column = value.evaluate(columns, rows);
            return column instanceof ConstColumn c ? c.value().gather(new int[rows], rows) : column;
        }
    }

    /** A column by name. */
    record Named(DataType type, String name) implements Node {
        @Override
        public Column evaluate(Map<String, Typed> columns, int rows) {
            return Objects.requireNonNull(columns.get(name)).column();
        }
    }

    /** A function call. */
    record Call(BoundScalar bound, List<Node> arguments) implements Node {
        @Override
        public DataType type() {
            return bound.type();
        }

        @Override
        public Column evaluate(Map<String, Typed> columns, int rows) {
            Column[] values = new Column[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).evaluate(columns, rows);
            }
            return bound.evaluate(values, rows, EvaluationContext.unlimited());
        }
    }

    /** A lambda. */
    record Closure(List<String> names, List<DataType> types, Node body) implements Node {
        @Override
        public DataType type() {
            return body.type();
        }

        @Override
        public Column evaluate(Map<String, Typed> columns, int rows) {
            return new LambdaColumn(rows) {
                @Override
                public Column apply(Column[] parameters, int[] sourceRow, int count) {
                    Map<String, Typed> inner = new LinkedHashMap<>();
                    columns.forEach((name, typed) -> inner.put(
                            name, new Typed(typed.type(), typed.column().gather(sourceRow, count))));
                    for (int i = 0; i < parameters.length; i++) {
                        inner.put(names.get(i), new Typed(types.get(i), parameters[i]));
                    }
                    return body.evaluate(inner, count).plain();
                }
            };
        }
    }

    /** Names and their types. */
    private static final class Scope {
        private final Map<String, DataType> types = new HashMap<>();
        private final Map<String, Expr> aliases;

        private final boolean columnsOnly;

        Scope(Frame frame, Map<String, Expr> aliases, boolean columnsOnly) {
            this.columnsOnly = columnsOnly;
            frame.columns().forEach((name, typed) -> types.put(name, typed.type()));
            this.aliases = aliases;
        }

        Node bind(Expr expr) {
            return switch (expr) {
                case Expr.Literal l -> columnsOnly ? new Full(literal(l.value())) : literal(l.value());
                case Expr.Alias a -> bind(a.expression());
                case Expr.Identifier i
                when types.containsKey(i.fullName()) -> new Named(types.get(i.fullName()), i.fullName());
                case Expr.Identifier i when aliases.containsKey(i.fullName()) -> bind(aliases.get(i.fullName()));
                case Expr.FunctionCall c
                when c.name().equals("arrayJoin") ->
                    new Named(Objects.requireNonNull(types.get("arrayJoin()")), "arrayJoin()");
                case Expr.FunctionCall c -> call(c);
                default -> throw new Unsupported(expr.getClass().getSimpleName());
            };
        }

        private Node literal(LiteralValue value) {
            return switch (value) {
                case LiteralValue.NullValue n ->
                    new Constant(Types.NULL, new NullableColumn(new byte[] {1}, new ByteColumn(new byte[1], 1)));
                case LiteralValue.BoolValue b ->
                    new Constant(Types.BOOL, new ByteColumn(new byte[] {(byte) (b.value() ? 1 : 0)}, 1));
                case LiteralValue.IntegerValue i -> integer(i.value());
                case LiteralValue.FloatValue f ->
                    new Constant(Types.FLOAT64, new DoubleColumn(new double[] {f.value()}, 1));
                case LiteralValue.StringValue s -> {
                    StringColumn.Builder builder = new StringColumn.Builder(1);
                    builder.append(s.bytes());
                    yield new Constant(Types.STRING, builder.build());
                }
                case LiteralValue.ArrayValue a ->
                    call("array", a.elements().stream().map(this::literal).toList());
                case LiteralValue.TupleValue t ->
                    call("tuple", t.elements().stream().map(this::literal).toList());
                case LiteralValue.MapValue m -> throw new Unsupported("map literal");
            };
        }

        private static Node integer(BigInteger value) {
            int bits = value.bitLength() + (value.signum() < 0 ? 1 : 0);
            int width = bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64;
            DataType type = new DataType.IntegerType(width, value.signum() < 0);
            return new Constant(type, Narrowing.ofLongs(new long[] {value.longValue()}, 1, type));
        }

        private Node call(Expr.FunctionCall call) {
            String name = call.name().equalsIgnoreCase("cast") ? "CAST" : call.name();
            List<Node> arguments = new ArrayList<>();
            List<DataType> others = new ArrayList<>();
            for (Expr argument : call.arguments()) {
                Node bound = argument instanceof Expr.Lambda ? null : bind(argument);
                arguments.add(bound);
                if (bound != null) {
                    others.add(bound.type());
                }
            }
            for (int i = 0; i < arguments.size(); i++) {
                if (call.arguments().get(i) instanceof Expr.Lambda lambda) {
                    arguments.set(i, lambda(name, lambda, others));
                }
            }
            return call(name, arguments);
        }

        private Node lambda(String function, Expr.Lambda lambda, List<DataType> others) {
            if (!(FUNCTIONS.findScalar(function).orElseThrow() instanceof HigherOrderFunction higher)) {
                throw new Unsupported("lambda of " + function);
            }
            List<DataType> parameters =
                    higher.lambdaParameters(others, lambda.parameters().size());
            Map<String, DataType> saved = new HashMap<>(types);
            for (int i = 0; i < parameters.size(); i++) {
                types.put(lambda.parameters().get(i), parameters.get(i));
            }
            Node body = bind(lambda.body());
            types.clear();
            types.putAll(saved);
            return new Closure(lambda.parameters(), parameters, body);
        }

        private Node call(String name, List<Node> arguments) {
            Optional<ScalarFunction> function = FUNCTIONS.findScalar(name);
            if (function.isEmpty() && FUNCTIONS.isAggregate(name) || name.equals("in") || name.equals("notIn")) {
                throw new Unsupported(name);
            }
            List<Argument> described = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                Node node = arguments.get(i);
                described.add(new Argument(
                        "argument " + (i + 1),
                        node.type(),
                        node.constant(),
                        node instanceof Closure c ? Optional.of(c.types()) : Optional.empty()));
            }
            BoundScalar bound = FUNCTIONS.bindScalar(name, described, CONTEXT);
            Call call = new Call(bound, arguments);
            boolean constant = arguments.stream().allMatch(a -> a.constant().isPresent());
            if (constant
                    && function.orElseThrow().traits().foldable()
                    && function.get().traits().deterministic()) {
                Column value = call.evaluate(Map.of(), 1);
                return new Constant(bound.type(), value instanceof ConstColumn c ? c.value() : value);
            }
            return call;
        }
    }
}
