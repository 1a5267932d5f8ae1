package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.print.ColumnNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes parameters of the literals that look like moments or arrays and are compared with something: {@code day >= '2024-01-01T00:00:00Z'},
 * {@code tags = '{a,b}'}. So they get the type of the other side and are read as PostgreSQL reads them; the engine would compare a date with nothing but a
 * date.
 */
final class UntypedLiterals extends TreeMapper {
    private static final Set<String> COMPARISONS =
            Set.of("equals", "notEquals", "less", "greater", "lessOrEquals", "greaterOrEquals");

    private static final String SHAPE = "0000-00-00?00:00";

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int parameters;

    /**
     * @param parameters how many the statement has already
     */
    UntypedLiterals(int parameters) {
        this.parameters = parameters;
    }

    /** The texts that became parameters, the first behind the statement's own ones. */
    List<String> texts() {
        return texts;
    }

    @Override
    Expr call(FunctionCall call) {
        if (!COMPARISONS.contains(call.name()) || call.arguments().size() != 2) {
            return call;
        }
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        boolean moves = isForeign(right) && !(left instanceof Expr.Literal);
        boolean other = !moves && isForeign(left) && !(right instanceof Expr.Literal);
        if (!moves && !other) {
            return call;
        }
        String literal = text(moves ? right : left).orElseThrow();
        // the same comparison in SELECT and in GROUP BY stays the same expression
        String key = literal + " " + ColumnNames.of(moves ? left : right);
        int number = numbers.computeIfAbsent(key, k -> {
            texts.add(literal);
            return parameters + texts.size();
        });
        Expr parameter = new Expr.QueryParameter(call.position(), String.valueOf(number), "");
        return FunctionCall.operator(
                call.position(), call.name(), moves ? List.of(left, parameter) : List.of(parameter, right));
    }

    private static boolean isForeign(Expr expr) {
        return text(expr)
                .filter(t -> isMoment(t) || ArrayLiteral.looksLikeOne(t))
                .isPresent();
    }

    /** Whether a text is a date with a time behind it. */
    static boolean isMoment(String text) {
        if (text.length() < SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            boolean fits = switch (SHAPE.charAt(i)) {
                case '0' -> c >= '0' && c <= '9';
                case '?' -> c == 'T' || c == ' ';
                default -> c == SHAPE.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
