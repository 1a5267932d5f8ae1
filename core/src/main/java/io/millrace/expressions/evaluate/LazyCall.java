package io.millrace.expressions.evaluate;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * if, multiIf, and, or over arguments that may fail: each argument is computed only for the rows that need it, as ClickHouse's short-circuit
 * evaluation does. Rows that do not need an argument get the default of its type, which the function then ignores.
 */
record LazyCall(Kind kind, BoundScalar function, List<ExpressionProgram> arguments, List<Expression> expressions)
        implements Step {
    /** Which rows need the next argument. */
    enum Kind {
        IF,
        AND,
        OR
    }

    static boolean applies(Expression.Call call) {
        boolean known = switch (call.function()) {
            case "if", "multiIf", "and", "or" -> true;
            default -> false;
        };
        return known && call.arguments().stream().skip(1).anyMatch(LazyCall::mayFail);
    }

    private static boolean mayFail(Expression expression) {
        return switch (expression) {
            case Expression.Input i -> false;
            case Expression.Constant c -> false;
            case Expression.Call call ->
                call.bound().mayFail() || call.arguments().stream().anyMatch(LazyCall::mayFail);
            case Expression.Lambda lambda -> mayFail(lambda.body());
            case Expression.InSet in -> mayFail(in.value());
        };
    }

    static LazyCall compile(Expression.Call call) {
        Kind kind = switch (call.function()) {
            case "and" -> Kind.AND;
            case "or" -> Kind.OR;
            default -> Kind.IF;
        };
        List<ExpressionProgram> programs = call.arguments().stream()
                .map(a -> ExpressionProgram.compile(List.of(a)))
                .toList();
        return new LazyCall(kind, call.bound(), programs, call.arguments());
    }

    @Override
    public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
        Column[] values = new Column[arguments.size()];
        long[] open = Bitmaps.all(rows);
        for (int i = 0; i < values.length; i++) {
            boolean condition = kind != Kind.IF || i % 2 == 0 && i < values.length - 1;
            if (condition) {
                values[i] = evaluateFor(open, i, inputs, rows, context);
                long[] truth = new long[open.length];
                Conditions.truth(values[i], rows, truth);
                if (kind == Kind.IF) {
                    long[] branch = and(open, truth);
                    values[i + 1] = evaluateFor(branch, i + 1, inputs, rows, context);
                    open = andNot(open, truth);
                } else {
                    // NULL keeps an AND open (NULL AND 0 is 0) and an OR too (NULL OR 1 is 1)
                    open = kind == Kind.AND ? andNot(open, falsehood(values[i], rows, truth)) : andNot(open, truth);
                }
            } else if (i == values.length - 1) {
                values[i] = evaluateFor(open, i, inputs, rows, context);
            }
        }
        return function.evaluate(values, rows, context);
    }

    private static long[] falsehood(Column value, int rows, long[] truth) {
        long[] result = andNot(Bitmaps.all(rows), truth);
        Column plain = value.plain();
        if (plain instanceof NullableColumn nullable) {
            Bitmaps.clearWhere(nullable.nulls(), rows, result);
        }
        return result;
    }

    private Column evaluateFor(long[] needed, int argument, List<Column> inputs, int rows, EvaluationContext context) {
        int selected = Bitmaps.count(needed, rows);
        if (selected == rows) {
            return arguments.get(argument).evaluate(inputs, rows, context)[0];
        }
        if (expressions.get(argument) instanceof Expression.Constant constant) {
            return constant.column(rows);
        }
        int[] positions = Bitmaps.positions(needed, rows, selected);
        List<Column> fewer = new ArrayList<>(inputs);
        for (int index : ExpressionProgram.inputsOf(expressions.get(argument))) {
            fewer.set(index, inputs.get(index).gather(positions, selected));
        }
        Column some = arguments.get(argument).evaluate(fewer, selected, context)[0];
        if (some instanceof LambdaColumn) {
            return some;
        }
        return scatter(some, positions, rows);
    }

    private static Column scatter(Column some, int[] positions, int rows) {
        if (some instanceof ConstColumn constant) {
            return constant.withRows(rows);
        }
        int[] sources = new int[rows];
        Arrays.fill(sources, -1);
        for (int i = 0; i < positions.length; i++) {
            sources[positions[i]] = i;
        }
        return some.gather(sources, rows);
    }

    private static long[] and(long[] a, long[] b) {
        long[] result = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] & b[i];
        }
        return result;
    }

    private static long[] andNot(long[] a, long[] b) {
        long[] result = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] & ~b[i];
        }
        return result;
    }
}
