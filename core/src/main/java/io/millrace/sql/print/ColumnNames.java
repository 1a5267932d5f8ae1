package io.millrace.sql.print;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names ClickHouse gives to columns without an alias: {@code a + 1} is {@code plus(a, 1)}, {@code count(*)} is
 * {@code count()}; an alias is its own name.
 *
 * <p>Stateless and thread-safe.
 */
public final class ColumnNames {
    private final StringBuilder out = new StringBuilder();
    private final Function<Expr, Optional<String>> given;

    private ColumnNames(Function<Expr, Optional<String>> given) {
        this.given = given;
    }

    /** The name of the expression from its syntax alone. */
    public static String of(Expr expression) {
        return of(expression, inner -> Optional.empty());
    }

    /**
     * The name of the expression, where some parts of it have names given by the analyzer: a qualified name is shortened when the
     * short one is unambiguous, subqueries are numbered.
     */
    public static String of(Expr expression, Function<Expr, Optional<String>> given) {
        ColumnNames names = new ColumnNames(given);
        names.append(expression);
        return names.out.toString();
    }

    private void append(Expr expression) {
        Optional<String> name = given.apply(expression);
        if (name.isPresent()) {
            out.append(name.get());
            return;
        }
        switch (expression) {
            case Expr.Literal literal -> literal(literal.value());
            case Expr.Identifier identifier -> out.append(identifier.fullName());
            case Expr.Alias alias -> out.append(alias.name());
            case FunctionCall call -> call(call);
            case Expr.Lambda lambda -> {
                out.append("lambda(tuple(")
                        .append(String.join(", ", lambda.parameters()))
                        .append("), ");
                append(lambda.body());
                out.append(')');
            }
            case Expr.Subquery subquery -> out.append("_subquery");
            case Expr.QueryParameter parameter -> out.append(SqlPrinter.oneLine(parameter));
            case Expr.Asterisk all -> out.append(SqlPrinter.oneLine(all));
            case Expr.ColumnsByPattern pattern -> out.append(SqlPrinter.oneLine(pattern));
            case Expr.ColumnsByList list -> out.append(SqlPrinter.oneLine(list));
        }
    }

    private void literal(LiteralValue value) {
        if (value instanceof LiteralValue.TupleValue(List<LiteralValue> elements) && elements.size() == 1) {
            out.append('(');
            LiteralPrinter.print(out, elements.getFirst());
            out.append(')');
        } else {
            LiteralPrinter.print(out, value);
        }
    }

    private void call(FunctionCall call) {
        if (call.name().equals("array")
                || call.name().equals("tuple") && !call.arguments().isEmpty()) {
            boolean array = call.name().equals("array");
            out.append(array ? '[' : '(');
            list(call.arguments());
            out.append(array ? ']' : ')');
            return;
        }
        out.append(call.name());
        if (!call.parameters().isEmpty()) {
            out.append('(');
            list(call.parameters());
            out.append(')');
        }
        out.append('(');
        boolean countsRows = call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expr.Asterisk
                && call.name().equalsIgnoreCase("count");
        if (!countsRows) {
            list(call.arguments());
        }
        out.append(')');
        call.over().ifPresent(this::over);
    }

    private void over(Window window) {
        Layout text = new Layout(false);
        new QueryPrinter(text).expressions().window(window);
        out.append(" OVER ").append(text);
    }

    private void list(List<Expr> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            append(expressions.get(i));
        }
    }
}
