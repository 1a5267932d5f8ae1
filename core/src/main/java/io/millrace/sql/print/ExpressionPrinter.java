package io.millrace.sql.print;

import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Identifier;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Window;
import io.millrace.sql.lexer.Quoting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Prints expressions; {@link OperatorPrinter} has the operators. */
final class ExpressionPrinter {

    /** Names of functions that could be read as something else when a bracket follows. */
    private static final Set<String> NO_CALL = Set.of(
            "all",
            "as",
            "case",
            "columns",
            "distinct",
            "explain",
            "from",
            "not",
            "null",
            "select",
            "true",
            "false",
            "inf",
            "nan",
            "values",
            "with",
            "interval");

    private final Layout out;
    private final QueryPrinter queries;
    private final OperatorPrinter operators;

    ExpressionPrinter(Layout out, QueryPrinter queries) {
        this.out = out;
        this.queries = queries;
        this.operators = new OperatorPrinter(out, this);
    }

    /** An element of a list of arguments: a lambda needs no brackets there. */
    void argument(Expr expression) {
        if (expression instanceof Expr.Lambda lambda) {
            lambda(lambda);
        } else {
            print(expression);
        }
    }

    void print(Expr expression) {
        switch (expression) {
            case Literal literal -> LiteralPrinter.print(out.buffer(), literal.value());
            case Identifier identifier -> identifier(identifier);
            case Expr.Asterisk all -> {
                qualifier(all.qualifier());
                out.add("*");
                transformers(all.transformers());
            }
            case Expr.ColumnsByPattern pattern -> {
                qualifier(pattern.qualifier());
                out.add("COLUMNS(").string(pattern.pattern()).add(")");
                transformers(pattern.transformers());
            }
            case Expr.ColumnsByList list -> {
                qualifier(list.qualifier());
                out.add("COLUMNS(").inline(list.columns(), this::identifier).add(")");
                transformers(list.transformers());
            }
            case FunctionCall call -> call(call);
            case Expr.Lambda lambda -> {
                out.add("(");
                lambda(lambda);
                out.add(")");
            }
            case Expr.Subquery subquery -> subquery(subquery.query());
            case Expr.QueryParameter parameter ->
                out.add("{")
                        .name(parameter.name())
                        .add(":")
                        .add(parameter.type())
                        .add("}");
            case Expr.Alias alias -> {
                print(alias.expression());
                out.add(" AS ").name(alias.name());
            }
        }
    }

    private void subquery(Query query) {
        out.add("(").deeper().softLine();
        queries.query(query);
        out.shallower().softLine().add(")");
    }

    private void qualifier(Optional<Identifier> qualifier) {
        if (qualifier.isPresent()) {
            identifier(qualifier.get());
            out.add(".");
        }
    }

    void identifier(Identifier identifier) {
        List<String> parts = identifier.parts();
        for (int i = 0; i < parts.size(); i++) {
            out.add(i == 0 ? "" : ".").name(parts.get(i));
        }
    }

    private void lambda(Expr.Lambda lambda) {
        if (lambda.parameters().size() == 1) {
            out.name(lambda.parameters().getFirst());
        } else {
            out.add("(").inline(lambda.parameters(), out::name).add(")");
        }
        out.add(" -> ");
        operators.operand(lambda.body());
    }

    void call(FunctionCall call) {
        if (call.notation() == Expr.Notation.OPERATOR && !out.explicit() && operators.print(call)) {
            return;
        }
        functionName(call.name());
        if (!call.parameters().isEmpty()) {
            out.add("(").inline(call.parameters(), this::argument).add(")");
        }
        if (call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expr.Subquery(var position, Query query)
                && call.name().toLowerCase(Locale.ROOT).startsWith("view")) {
            subquery(query);
        } else {
            out.add("(").inline(call.arguments(), this::argument).add(")");
        }
        switch (call.nulls()) {
            case NONE -> {}
            case RESPECT -> out.add(" RESPECT NULLS");
            case IGNORE -> out.add(" IGNORE NULLS");
        }
        call.over().ifPresent(window -> {
            out.add(" OVER ");
            window(window);
        });
    }

    private void functionName(String name) {
        // Behind an underscore no word is a keyword, so this asks only whether all characters are plain.
        boolean plain = Quoting.isBare("_" + name) && !(name.charAt(0) >= '0' && name.charAt(0) <= '9');
        boolean bare = plain && !NO_CALL.contains(name.toLowerCase(Locale.ROOT));
        out.add(bare ? name : Quoting.backQuoted(name));
    }

    private void transformers(List<ColumnTransformer> transformers) {
        for (ColumnTransformer transformer : transformers) {
            out.add(" ");
            switch (transformer) {
                case ColumnTransformer.Except(boolean strict, List<String> names) -> {
                    out.add(strict ? "EXCEPT STRICT " : "EXCEPT ");
                    boolean brackets = names.size() > 1;
                    out.add(brackets ? "(" : "").inline(names, out::name).add(brackets ? ")" : "");
                }
                case ColumnTransformer.ExceptPattern(boolean strict, String pattern) ->
                    out.add(strict ? "EXCEPT STRICT " : "EXCEPT ").string(pattern);
                case ColumnTransformer.Replace(boolean strict, List<Expr.Alias> replacements) ->
                    out.add(strict ? "REPLACE STRICT (" : "REPLACE (")
                            .inline(replacements, this::print)
                            .add(")");
                case ColumnTransformer.ApplyFunction apply -> applyFunction(apply);
                case ColumnTransformer.ApplyLambda(Expr.Lambda lambda, String prefix) -> {
                    out.add("APPLY (");
                    lambda(lambda);
                    columnPrefix(prefix);
                    out.add(")");
                }
            }
        }
    }

    private void applyFunction(ColumnTransformer.ApplyFunction apply) {
        boolean brackets = !apply.columnPrefix().isEmpty();
        out.add(brackets ? "APPLY (" : "APPLY ").name(apply.name());
        if (!apply.parameters().isEmpty()) {
            out.add("(").inline(apply.parameters(), this::argument).add(")");
        }
        columnPrefix(apply.columnPrefix());
        out.add(brackets ? ")" : "");
    }

    private void columnPrefix(String prefix) {
        if (!prefix.isEmpty()) {
            out.add(", ").string(prefix);
        }
    }

    void window(Window window) {
        switch (window) {
            case Window.Named(String name) -> out.name(name);
            case Window.Specification specification -> specification(specification);
        }
    }

    private void specification(Window.Specification window) {
        out.add("(");
        String gap = "";
        if (window.base().isPresent()) {
            out.name(window.base().get());
            gap = " ";
        }
        if (!window.partitionBy().isEmpty()) {
            out.add(gap).add("PARTITION BY ").inline(window.partitionBy(), this::print);
            gap = " ";
        }
        if (!window.orderBy().isEmpty()) {
            out.add(gap).add("ORDER BY ").inline(window.orderBy(), this::orderElement);
            gap = " ";
        }
        if (window.frame().isPresent()) {
            Window.Frame frame = window.frame().get();
            out.add(gap).add(frame.unit().name()).add(" BETWEEN ");
            bound(frame.start());
            out.add(" AND ");
            bound(frame.end());
        }
        out.add(")");
    }

    private void bound(Window.FrameBound bound) {
        switch (bound) {
            case Window.CurrentRow row -> out.add("CURRENT ROW");
            case Window.Unbounded(Window.Direction direction) ->
                out.add("UNBOUNDED ").add(direction.name());
            case Window.Offset(Expr distance, Window.Direction direction) -> {
                print(distance);
                out.add(" ").add(direction.name());
            }
        }
    }

    void orderElement(OrderElement element) {
        print(element.expression());
        out.add(element.descending() ? " DESC" : " ASC").add(nulls(element.nulls()));
        element.collation().ifPresent(collation -> {
            out.add(" COLLATE ");
            print(collation);
        });
        element.fill().ifPresent(fill -> {
            out.add(" WITH FILL");
            part(" FROM ", fill.from());
            part(" TO ", fill.to());
            part(" STEP ", fill.step());
            part(" STALENESS ", fill.staleness());
        });
    }

    static String nulls(OrderElement.Nulls nulls) {
        return switch (nulls) {
            case DEFAULT -> "";
            case FIRST -> " NULLS FIRST";
            case LAST -> " NULLS LAST";
        };
    }

    void part(String keyword, Optional<Expr> expression) {
        expression.ifPresent(value -> {
            out.add(keyword);
            print(value);
        });
    }

    void settings(List<SettingChange> settings) {
        out.inline(settings, setting -> {
            String[] parts = setting.name().split("\\.", -1);
            out.name(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                out.add(".").name(parts[i]);
            }
            out.add(" = ");
            setting.value()
                    .ifPresentOrElse(value -> LiteralPrinter.print(out.buffer(), value), () -> out.add("DEFAULT"));
        });
    }
}
