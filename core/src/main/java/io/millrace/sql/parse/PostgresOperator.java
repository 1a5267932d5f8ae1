package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.lexer.TokenKind;
import java.util.List;

/**
 * An operator that only PostgreSQL has, as the call it stands for.
 *
 * @param ignoringCase whether the pattern is made to ignore case
 * @param negated whether the result is negated
 */
record PostgresOperator(String function, boolean ignoringCase, boolean negated) {
    /** Whether {@code OPERATOR(schema.op)} stands here. */
    static boolean standsAt(Cursor cursor) {
        return cursor.looksAt("OPERATOR") && cursor.kindAt(1) == TokenKind.OPENING_ROUND;
    }

    /** Reads the operator. */
    static PostgresOperator take(Cursor cursor) {
        if (!standsAt(cursor)) {
            return read(cursor);
        }
        cursor.moveTo(cursor.index() + 2);
        while (cursor.kind() == TokenKind.BARE_WORD && cursor.kindAt(1) == TokenKind.DOT) {
            cursor.moveTo(cursor.index() + 2);
        }
        PostgresOperator operator = read(cursor);
        cursor.need(TokenKind.CLOSING_ROUND);
        return operator;
    }

    private static PostgresOperator read(Cursor cursor) {
        String text = cursor.tokenText();
        cursor.advance();
        return switch (text) {
            case "~" -> new PostgresOperator("match", false, false);
            case "~*" -> new PostgresOperator("match", true, false);
            case "!~" -> new PostgresOperator("match", false, true);
            case "!~*" -> new PostgresOperator("match", true, true);
            case "~~" -> new PostgresOperator("like", false, false);
            case "~~*" -> new PostgresOperator("ilike", false, false);
            case "!~~" -> new PostgresOperator("notLike", false, false);
            case "!~~*" -> new PostgresOperator("notILike", false, false);
            case "&" -> new PostgresOperator("bitAnd", false, false);
            case "|" -> new PostgresOperator("bitOr", false, false);
            case "=" -> new PostgresOperator("equals", false, false);
            case "<>", "!=" -> new PostgresOperator("notEquals", false, false);
            case "<" -> new PostgresOperator("less", false, false);
            case ">" -> new PostgresOperator("greater", false, false);
            case "<=" -> new PostgresOperator("lessOrEquals", false, false);
            case ">=" -> new PostgresOperator("greaterOrEquals", false, false);
            case "+" -> new PostgresOperator("plus", false, false);
            case "-" -> new PostgresOperator("minus", false, false);
            case "*" -> new PostgresOperator("multiply", false, false);
            case "/" -> new PostgresOperator("divide", false, false);
            case "||" -> new PostgresOperator("concat", false, false);
            default -> throw new DbException(ErrorCode.SYNTAX_ERROR, "Operator " + text + " is not supported");
        };
    }

    Expr of(Expr left, Expr right) {
        Expr pattern = right;
        if (ignoringCase) {
            Expr flag = new Expr.Literal(right.position(), LiteralValue.StringValue.of("(?i)"));
            pattern = new FunctionCall(right.position(), "concat", List.of(flag, right));
        }
        return negatedIf(FunctionCall.operator(left.position(), function, List.of(left, pattern)));
    }

    /** The condition, negated if the operator is. */
    Expr negatedIf(Expr condition) {
        return negated ? FunctionCall.operator(condition.position(), "not", List.of(condition)) : condition;
    }
}
