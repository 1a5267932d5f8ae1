package io.millrace.sql.print;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Identifier;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.LiteralValue;
import java.util.List;
import java.util.Map;

/** Prints calls that were written as operators, and sets brackets where the parser would read something else without them. */
final class OperatorPrinter {
    private static final Map<String, String> INFIX = Map.ofEntries(
            Map.entry("plus", " + "),
            Map.entry("minus", " - "),
            Map.entry("multiply", " * "),
            Map.entry("divide", " / "),
            Map.entry("modulo", " % "),
            Map.entry("equals", " = "),
            Map.entry("notEquals", " != "),
            Map.entry("less", " < "),
            Map.entry("greater", " > "),
            Map.entry("lessOrEquals", " <= "),
            Map.entry("greaterOrEquals", " >= "),
            Map.entry("like", " LIKE "),
            Map.entry("notLike", " NOT LIKE "),
            Map.entry("ilike", " ILIKE "),
            Map.entry("notILike", " NOT ILIKE "),
            Map.entry("in", " IN "),
            Map.entry("notIn", " NOT IN "),
            Map.entry("globalIn", " GLOBAL IN "),
            Map.entry("globalNotIn", " GLOBAL NOT IN "),
            Map.entry("isNotDistinctFrom", " <=> "),
            Map.entry("isDistinctFrom", " IS DISTINCT FROM "),
            Map.entry("and", " AND "),
            Map.entry("or", " OR "));

    private final Layout out;
    private final ExpressionPrinter expressions;

    OperatorPrinter(Layout out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /** Prints the call as the operator it was written as; prints nothing and returns false when its shape does not fit. */
    boolean print(FunctionCall call) {
        List<Expr> arguments = call.arguments();
        String name = call.name();
        switch (name) {
            case "negate" -> negated(arguments.getFirst());
            case "not" -> {
                out.add("NOT ");
                operand(arguments.getFirst());
            }
            case "isNull" -> {
                operand(arguments.getFirst());
                out.add(" IS NULL");
            }
            case "isNotNull" -> {
                operand(arguments.getFirst());
                out.add(" IS NOT NULL");
            }
            case "array" ->
                out.add("[").inline(arguments, expressions::argument).add("]");
            case "tuple" -> {
                if (arguments.size() < 2) {
                    return false;
                }
                out.add("(").inline(arguments, expressions::argument).add(")");
            }
            case "arrayElement" -> {
                object(arguments.getFirst());
                out.add("[");
                expressions.argument(arguments.get(1));
                out.add("]");
            }
            case "tupleElement" -> {
                if (arguments.getFirst() instanceof FunctionCall inner && inner.notation() == Expr.Notation.CALL) {
                    out.add("(");
                    expressions.call(inner);
                    out.add(")");
                } else {
                    object(arguments.getFirst());
                }
                out.add(".");
                expressions.print(arguments.get(1));
            }
            default -> {
                String infix = INFIX.get(name);
                if (infix == null || arguments.size() < 2) {
                    return false;
                }
                infix(name, infix, arguments);
            }
        }
        return true;
    }

    /** A sign right in front of a number would be read as part of it. */
    private void negated(Expr argument) {
        out.add("-");
        boolean brackets = needsBrackets(argument)
                || argument instanceof Literal
                || argument instanceof FunctionCall inner
                        && inner.notation() == Expr.Notation.OPERATOR
                        && inner.name().equals("arrayElement");
        if (brackets) {
            out.add("(");
            expressions.print(argument);
            out.add(")");
        } else {
            expressions.print(argument);
        }
    }

    private void infix(String name, String infix, List<Expr> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                out.add(infix);
            }
            Expr argument = arguments.get(i);
            if (i == 1 && isIn(name) && wantsSetBrackets(argument)) {
                out.add("(");
                expressions.print(argument);
                out.add(")");
            } else {
                operand(argument);
            }
        }
    }

    private static boolean isIn(String name) {
        return switch (name) {
            case "in", "notIn", "globalIn", "globalNotIn" -> true;
            default -> false;
        };
    }

    private static boolean wantsSetBrackets(Expr set) {
        return switch (set) {
            case Identifier name -> true;
            case Literal literal ->
                !(literal.value() instanceof LiteralValue.TupleValue)
                        && !(literal.value() instanceof LiteralValue.ArrayValue);
            default -> false;
        };
    }

    /** What a member is taken of. */
    private void object(Expr object) {
        boolean plain = switch (object) {
            case Identifier name -> true;
            case Literal literal ->
                literal.value() instanceof LiteralValue.TupleValue
                        || literal.value() instanceof LiteralValue.ArrayValue;
            case Expr.Subquery subquery -> true;
            case FunctionCall call ->
                call.notation() == Expr.Notation.OPERATOR
                        ? call.name().equals("array") || call.name().equals("tuple")
                        : call.over().isEmpty() && call.nulls() == Expr.NullsAction.NONE;
            default -> false;
        };
        if (plain) {
            expressions.print(object);
        } else {
            out.add("(");
            expressions.argument(object);
            out.add(")");
        }
    }

    /** Something an operator works on: operators, lambdas and aliases among them need brackets. */
    void operand(Expr expression) {
        if (needsBrackets(expression)) {
            out.add("(");
            expressions.argument(expression);
            out.add(")");
        } else {
            expressions.print(expression);
        }
    }

    private boolean needsBrackets(Expr expression) {
        return switch (expression) {
            case FunctionCall call -> call.notation() == Expr.Notation.OPERATOR && !out.explicit() && !bracketed(call);
            case Expr.Lambda lambda -> true;
            case Expr.Alias alias -> true;
            case Expr.Asterisk all -> !all.transformers().isEmpty();
            case Expr.ColumnsByPattern pattern -> !pattern.transformers().isEmpty();
            case Expr.ColumnsByList list -> !list.transformers().isEmpty();
            default -> false;
        };
    }

    private static boolean bracketed(FunctionCall call) {
        return call.name().equals("array")
                || call.name().equals("tuple")
                || call.name().equals("arrayElement");
    }
}
