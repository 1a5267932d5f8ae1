package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses operators that are words and stand behind an operand: AND, IN, LIKE, BETWEEN and their kin. */
final class WordOperators {
    private final Grammar grammar;
    private final Cursor cursor;
    private final ExpressionParser expressions;

    WordOperators(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.expressions = expressions;
    }

    /** The operator that begins here, if it binds as tightly as asked. */
    @Nullable
    Expr infix(Expr left, int tightness) {
        byte[] text = cursor.bytes();
        return switch (text[cursor.start()] & 0xDF) {
            case 'O' ->
                tightness <= Precedence.OR && cursor.looksAt("OR")
                        ? chain(left, "OR", "or", Precedence.OR)
                        : grammar.postgres && tightness <= Precedence.CONCATENATION && PostgresOperator.standsAt(cursor)
                                ? expressions.postgresOperator(left)
                                : null;
            case 'C' -> grammar.postgres && cursor.takeKeyword("COLLATE") ? collated(left) : null;
            case 'A' ->
                tightness <= Precedence.AND && cursor.looksAt("AND")
                        ? chain(left, "AND", "and", Precedence.AND)
                        : tightness <= Precedence.TIME_ZONE && cursor.takeKeyword("AT TIME ZONE") ? inZone(left) : null;
            case 'I' -> isOrIn(left, tightness);
            case 'B' -> tightness <= Precedence.BETWEEN && cursor.takeKeyword("BETWEEN") ? between(left, false) : null;
            case 'N' -> negated(left, tightness);
            case 'G' -> global(left, tightness);
            case 'L' -> tightness <= Precedence.COMPARISON && cursor.takeKeyword("LIKE") ? pattern(left, "like") : null;
            case 'R' -> {
                if (tightness > Precedence.COMPARISON || !cursor.takeKeyword("REGEXP")) {
                    yield null;
                }
                yield new FunctionCall(
                        left.position(), "match", List.of(left, expressions.binary(Precedence.COMPARISON + 1)));
            }
            case 'D' -> {
                if (tightness > Precedence.PRODUCT || !cursor.takeKeyword("DIV")) {
                    yield null;
                }
                yield new FunctionCall(
                        left.position(), "intDiv", List.of(left, expressions.binary(Precedence.PRODUCT + 1)));
            }
            case 'M' ->
                tightness <= Precedence.PRODUCT && cursor.looksAt("MOD")
                        ? expressions.operator(left, "modulo", Precedence.PRODUCT)
                        : null;
            default -> null;
        };
    }

    /** What PostgreSQL makes of it depends on whether the moment has a zone already, so its own function stands for it. */
    private Expr inZone(Expr left) {
        Expr zone = expressions.binary(Precedence.TIME_ZONE + 1);
        return grammar.postgres
                ? new FunctionCall(left.position(), "timezone", List.of(zone, left))
                : new FunctionCall(left.position(), "toTimeZone", List.of(left, zone));
    }

    private @Nullable Expr isOrIn(Expr left, int tightness) {
        if (grammar.postgres && tightness <= Precedence.IS && cursor.takeKeyword("ISNULL")) {
            return FunctionCall.operator(left.position(), "isNull", List.of(left));
        }
        if (tightness <= Precedence.COMPARISON) {
            if (cursor.takeKeyword("IN")) {
                return in(left, "in");
            }
            if (cursor.takeKeyword("ILIKE")) {
                return pattern(left, "ilike");
            }
        }
        if (tightness > Precedence.IS || !cursor.looksAt("IS")) {
            return null;
        }
        cursor.advance();
        boolean not = cursor.takeKeyword("NOT");
        Position position = left.position();
        if (cursor.takeKeyword("NULL") || cursor.takeKeyword("UNKNOWN")) {
            return FunctionCall.operator(position, not ? "isNotNull" : "isNull", List.of(left));
        }
        String function = not ? "isNotDistinctFrom" : "isDistinctFrom";
        if (cursor.takeKeyword("DISTINCT FROM")) {
            return FunctionCall.operator(position, function, List.of(left, expressions.binary(Precedence.IS + 1)));
        }
        function = not ? "isDistinctFrom" : "isNotDistinctFrom";
        Position valuePosition = cursor.position();
        boolean value = cursor.takeKeyword("TRUE");
        if (value || cursor.takeKeyword("FALSE")) {
            Expr literal = new Literal(valuePosition, new LiteralValue.BoolValue(value));
            return FunctionCall.operator(position, function, List.of(left, literal));
        }
        throw cursor.failure();
    }

    private @Nullable Expr negated(Expr left, int tightness) {
        if (grammar.postgres && tightness <= Precedence.IS && cursor.takeKeyword("NOTNULL")) {
            return FunctionCall.operator(left.position(), "isNotNull", List.of(left));
        }
        if (tightness > Precedence.COMPARISON || !cursor.looksAt("NOT")) {
            return null;
        }
        if (cursor.takeKeyword("NOT IN")) {
            return in(left, "notIn");
        }
        if (cursor.takeKeyword("NOT LIKE")) {
            return pattern(left, "notLike");
        }
        if (cursor.takeKeyword("NOT ILIKE")) {
            return pattern(left, "notILike");
        }
        return tightness <= Precedence.BETWEEN && cursor.takeKeyword("NOT BETWEEN") ? between(left, true) : null;
    }

    /** LIKE and its kin; PostgreSQL's ESCAPE becomes a third argument. */
    private Expr pattern(Expr left, String function) {
        Optional<Expr> quantified = expressions.primaries().takeQuantified(left, function);
        if (quantified.isPresent()) {
            return quantified.get();
        }
        Expr pattern = expressions.binary(Precedence.COMPARISON + 1);
        return grammar.postgres && cursor.takeKeyword("ESCAPE")
                ? FunctionCall.operator(
                        left.position(),
                        function,
                        List.of(left, pattern, expressions.binary(Precedence.COMPARISON + 1)))
                : FunctionCall.operator(left.position(), function, List.of(left, pattern));
    }

    /** Collations are read and left out: text is compared by its bytes. */
    private Expr collated(Expr left) {
        do {
            grammar.literals.needIdentifier();
        } while (cursor.take(TokenKind.DOT));
        return left;
    }

    private @Nullable Expr global(Expr left, int tightness) {
        if (tightness > Precedence.COMPARISON) {
            return null;
        }
        if (cursor.takeKeyword("GLOBAL IN")) {
            return in(left, "globalIn");
        }
        return cursor.takeKeyword("GLOBAL NOT IN") ? in(left, "globalNotIn") : null;
    }

    private Expr in(Expr left, String function) {
        return FunctionCall.operator(
                left.position(), function, List.of(left, expressions.binary(Precedence.COMPARISON + 1)));
    }

    /** {@code a BETWEEN b AND c} is {@code a >= b AND a <= c}, negated {@code a < b OR a > c}. */
    private Expr between(Expr value, boolean not) {
        Expr low = expressions.binary(Precedence.BETWEEN_BOUND);
        cursor.needKeyword("AND");
        Expr high = expressions.binary(Precedence.BETWEEN_BOUND + 1);
        Position position = value.position();
        Expr first = FunctionCall.operator(position, not ? "less" : "greaterOrEquals", List.of(value, low));
        Expr second = FunctionCall.operator(position, not ? "greater" : "lessOrEquals", List.of(value, high));
        return FunctionCall.operator(position, not ? "or" : "and", List.of(first, second));
    }

    private Expr chain(Expr left, String word, String function, int tightness) {
        ArrayList<Expr> operands = new ArrayList<>(List.of(left));
        while (cursor.takeKeyword(word)) {
            operands.add(expressions.binary(tightness + 1));
        }
        return FunctionCall.operator(left.position(), function, operands);
    }
}
