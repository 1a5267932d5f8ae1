package io.millrace.functions.scalar;

import io.millrace.base.io.ByteSink;
import io.millrace.base.setting.Settings;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement.SelectStatement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Evaluates {@code SELECT constant, constant} through parser and functions: enough SQL to try functions without an engine. */
final class Sql {
    private static final Functions FUNCTIONS = new Functions();
    static final BindContext CONTEXT = new BindContext(
            FUNCTIONS,
            Settings.defaults(),
            ZoneId.of("UTC"),
            Instant.parse("2024-02-03T04:05:06.789Z"),
            "default",
            "default",
            "query",
            "26.7.2.1",
            EvaluationContext.unlimited());

    /** A type and a column of one row (or more, when materialized). */
    record Value(DataType type, Column column) {}

    private final int rows;

    private Sql(int rows) {
        this.rows = rows;
    }

    /** The answer in TabSeparated, without the last line feed. */
    static String constants(String query) {
        return new Sql(0).run(query, 0);
    }

    /** The same with every argument a full column wherever the function allows it; {@code row} of {@code rows} rows. */
    static String columns(String query, int rows, int row) {
        return new Sql(rows).run(query, row);
    }

    static Value evaluate(String expression) {
        return new Sql(0).value(Parser.parseExpression(expression));
    }

    private String run(String query, int row) {
        SelectStatement statement =
                (SelectStatement) Parser.parse(query, Dialect.CLICKHOUSE).statement();
        Query.Select select = (Query.Select) statement.query();
        StringBuilder line = new StringBuilder();
        for (Expr column : select.columns()) {
            line.append(line.isEmpty() ? "" : "\t").append(text(value(column), row));
        }
        return line.toString();
    }

    static String text(Value value, int row) {
        TextWriter writer = TextWriter.of(value.type(), TextStyle.ESCAPED, TextOptions.defaults(TimeZone.of("UTC")));
        writer.bind(value.column());
        ByteSink sink = new ByteSink();
        writer.write(row, sink);
        return sink.toString();
    }

    private Value value(Expr expression) {
        return switch (expression) {
            case Expr.Literal literal -> literal(literal.value());
            case Expr.Alias alias -> value(alias.expression());
            case Expr.FunctionCall call -> call(call);
            default ->
                throw new AssertionError("Examples of functions are calls and literals, not "
                        + expression.getClass().getSimpleName());
        };
    }

    private Value call(Expr.FunctionCall call) {
        List<Value> values = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            values.add(value(argument));
        }
        switch (call.name()) {
            case "array" -> {
                return array(values);
            }
            case "tuple" -> {
                return tuple(values);
            }
            default -> {}
        }
        return rows == 0 ? constantCall(call.name(), values) : columnCall(call.name(), values);
    }

    private static Value constantCall(String name, List<Value> values) {
        BoundScalar bound = FUNCTIONS.bindScalar(name, arguments(values, -1), CONTEXT);
        Column[] columns =
                values.stream().map(v -> new ConstColumn(v.column(), 1)).toArray(Column[]::new);
        Column result = bound.evaluate(columns, 1, EvaluationContext.unlimited());
        return new Value(bound.type(), result instanceof ConstColumn c ? c.value() : result);
    }

    /** Arguments behind the first that must be constants stay so. */
    private Value columnCall(String name, List<Value> values) {
        BoundScalar bound = null;
        boolean[] constant = new boolean[values.size()];
        for (int keep = 0; bound == null; keep++) {
            try {
                for (int i = 0; i < constant.length; i++) {
                    constant[i] = keep > 0 && i >= constant.length - keep;
                }
                bound = FUNCTIONS.bindScalar(name, arguments(values, constant.length - keep), CONTEXT);
            } catch (RuntimeException e) {
                if (keep == values.size()) {
                    throw e;
                }
            }
        }
        Column[] columns = new Column[values.size()];
        for (int i = 0; i < columns.length; i++) {
            ConstColumn repeated = new ConstColumn(oneRow(values.get(i).column()), rows);
            columns[i] = constant[i] ? repeated : full(repeated, values.get(i).type());
        }
        Column result = bound.evaluate(columns, rows, EvaluationContext.unlimited());
        if (bound instanceof BoundPredicate predicate) {
            checkPredicate(predicate, columns, result);
        }
        return new Value(bound.type(), full(result, bound.type()));
    }

    private void checkPredicate(BoundPredicate predicate, Column[] columns, Column result) {
        long[] bitmap = new long[(rows + 63) / 64];
        java.util.Arrays.fill(bitmap, -1L);
        predicate.select(columns, rows, bitmap, EvaluationContext.unlimited());
        long[] truth = new long[bitmap.length];
        io.millrace.expressions.evaluate.Conditions.truth(result, rows, truth);
        if (!java.util.Arrays.equals(bitmap, truth)) {
            throw new AssertionError("select and evaluate differ");
        }
    }

    private static Column oneRow(Column column) {
        return column.rows() == 1 ? column : column.slice(0, 1);
    }

    private static Column full(Column column, DataType type) {
        if (!(column instanceof ConstColumn constant)) {
            return column;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, constant.rows());
        for (int i = 0; i < constant.rows(); i++) {
            builder.append(constant.value(), 0);
        }
        return builder.build();
    }

    private static List<Argument> arguments(List<Value> values, int firstConstant) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            arguments.add(
                    i >= firstConstant
                            ? Argument.constant("c" + i, value.type(), oneRow(value.column()))
                            : Argument.value("c" + i, value.type()));
        }
        return arguments;
    }

    private static Value literal(LiteralValue value) {
        return switch (value) {
            case LiteralValue.NullValue n ->
                new Value(Types.NULL, new NullableColumn(new byte[] {1}, new ByteColumn(new byte[1], 1)));
            case LiteralValue.BoolValue b ->
                new Value(Types.BOOL, new ByteColumn(new byte[] {(byte) (b.value() ? 1 : 0)}, 1));
            case LiteralValue.IntegerValue i -> {
                DataType type = integerType(i.value());
                yield new Value(type, Narrowing.ofBigs(new BigInteger[] {i.value()}, 1, type));
            }
            case LiteralValue.FloatValue f -> new Value(Types.FLOAT64, new DoubleColumn(new double[] {f.value()}, 1));
            case LiteralValue.StringValue s ->
                new Value(Types.STRING, StringColumn.of(new String(s.bytes(), StandardCharsets.UTF_8)));
            case LiteralValue.ArrayValue a ->
                array(a.elements().stream().map(Sql::literal).toList());
            case LiteralValue.TupleValue t ->
                tuple(t.elements().stream().map(Sql::literal).toList());
            case LiteralValue.MapValue m ->
                throw new AssertionError("The parser gives calls of map(), it makes no literal of them");
        };
    }

    private static DataType integerType(BigInteger value) {
        boolean negative = value.signum() < 0;
        int needed = value.bitLength() + (negative ? 1 : 0);
        int bits = 8;
        while (bits < needed) {
            bits *= 2;
        }
        return new IntegerType(bits, negative);
    }

    private static Value array(List<Value> values) {
        DataType element =
                Supertype.leastOrThrow(values.stream().map(Value::type).toList());
        ColumnBuilder builder = ColumnBuilder.of(element, values.size());
        for (Value value : values) {
            BoundScalar cast = Casts.bind(value.type(), element, CastMode.CAST, CONTEXT);
            builder.append(cast.evaluate(new Column[] {oneRow(value.column())}, 1, EvaluationContext.unlimited()), 0);
        }
        return new Value(Types.array(element), new ArrayColumn(new int[] {0, values.size()}, builder.build(), 1));
    }

    private static Value tuple(List<Value> values) {
        return new Value(
                new DataType.TupleType(values.stream().map(Value::type).toList(), List.of()),
                new TupleColumn(values.stream().map(v -> oneRow(v.column())).toList(), 1));
    }
}
