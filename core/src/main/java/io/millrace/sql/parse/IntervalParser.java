package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.Lexer;
import io.millrace.sql.lexer.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses intervals and the words for units of time. A unit is named as in the functions {@code toIntervalDay} and {@code toYear}. */
final class IntervalParser {
    private static final Map<String, String> UNITS = Map.ofEntries(
            unit("Nanosecond", "NANOSECOND NANOSECONDS SQL_TSI_NANOSECOND NS"),
            unit("Microsecond", "MICROSECOND MICROSECONDS SQL_TSI_MICROSECOND US"),
            unit("Millisecond", "MILLISECOND MILLISECONDS SQL_TSI_MILLISECOND MS"),
            unit("Second", "SECOND SECONDS SQL_TSI_SECOND SS S"),
            unit("Minute", "MINUTE MINUTES SQL_TSI_MINUTE MI N"),
            unit("Hour", "HOUR HOURS SQL_TSI_HOUR HH H"),
            unit("Day", "DAY DAYS SQL_TSI_DAY DD D"),
            unit("Week", "WEEK WEEKS SQL_TSI_WEEK WK WW"),
            unit("Month", "MONTH MONTHS SQL_TSI_MONTH MM M"),
            unit("Quarter", "QUARTER QUARTERS SQL_TSI_QUARTER QQ Q"),
            unit("Year", "YEAR YEARS SQL_TSI_YEAR YYYY YY"));

    private final Grammar grammar;
    private final ExpressionParser expressions;
    private final Cursor cursor;
    /** Tokens that read INTERVAL and turned out to be names; what follows them must not be tried twice. */
    private final BitSet plainNames = new BitSet();

    IntervalParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.expressions = expressions;
        this.cursor = grammar.cursor;
    }

    private static Map.Entry<String, String> unit(String unit, String words) {
        return Map.entry(unit, " " + words + " ");
    }

    /** {@code INTERVAL x DAY} or {@code INTERVAL '1 day 2 hours'}; else the word is a name. */
    Optional<Expr> take(Position position) {
        int word = cursor.index();
        if (plainNames.get(word)
                || ExpressionParser.endsExpression(cursor.kindAt(1))
                || cursor.looksAt(1, "FROM")
                || cursor.looksAt(1, "AS")) {
            return Optional.empty();
        }
        cursor.advance();
        if (cursor.kind() == TokenKind.STRING && !atUnit(1)) {
            Position textPosition = cursor.position();
            Optional<Expr> parsed = intervalText(textPosition, grammar.literals.needString());
            if (parsed.isPresent()) {
                return parsed;
            }
            if (grammar.postgres) {
                // of several units, or with a time of day
                cursor.moveTo(word + 1);
                Literal text = new Literal(textPosition, LiteralValue.StringValue.of(grammar.literals.needString()));
                Literal type = new Literal(position, LiteralValue.StringValue.of("interval"));
                return Optional.of(new FunctionCall(position, "CAST", List.of(text, type)));
            }
            cursor.moveTo(word);
            return Optional.empty();
        }
        if (cursor.kind() == TokenKind.BARE_WORD
                && cursor.kindAt(1) != TokenKind.OPENING_ROUND
                && cursor.kindAt(1) != TokenKind.DOT
                && !atUnit(1)
                && !atOperator(1)) {
            cursor.moveTo(word);
            return Optional.empty();
        }
        boolean countIsLiteral = cursor.kind() == TokenKind.NUMBER || cursor.kind() == TokenKind.STRING;
        Expr count = expressions.expression();
        if (!atUnit(0)) {
            cursor.expected(List.of(
                    "NANOSECOND",
                    "MICROSECOND",
                    "MILLISECOND",
                    "SECOND",
                    "MINUTE",
                    "HOUR",
                    "DAY",
                    "WEEK",
                    "MONTH",
                    "QUARTER",
                    "YEAR"));
            if (cursor.kind() == TokenKind.BARE_WORD && countIsLiteral) {
                throw cursor.failure();
            }
            plainNames.set(word);
            cursor.moveTo(word);
            return Optional.empty();
        }
        String unit = unitOf(cursor.tokenText().toUpperCase(Locale.ROOT)).orElseThrow(cursor::failure);
        cursor.advance();
        return Optional.of(new FunctionCall(position, "toInterval" + unit, List.of(count)));
    }

    private boolean atOperator(int distance) {
        return switch (cursor.kindAt(distance)) {
            case PLUS, MINUS, ASTERISK, SLASH, PERCENT, OPENING_SQUARE, DOUBLE_COLON -> true;
            default -> false;
        };
    }

    private boolean atUnit(int distance) {
        if (cursor.kindAt(distance) != TokenKind.BARE_WORD) {
            return false;
        }
        int saved = cursor.index();
        cursor.moveTo(saved + distance);
        String word = cursor.tokenText().toUpperCase(Locale.ROOT);
        cursor.moveTo(saved);
        return unitOf(word).isPresent();
    }

    /** {@code '1 day'} is one interval, {@code '1 day 2 hours'} a tuple of them. */
    private Optional<Expr> intervalText(Position position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Lexer lexer = new Lexer(bytes, 0, bytes.length, false, cursor.options().dialect());
        ArrayList<Expr> intervals = new ArrayList<>();
        TokenKind kind = lexer.next();
        while (kind != TokenKind.END) {
            boolean negative = kind == TokenKind.MINUS;
            if (negative) {
                kind = lexer.next();
            }
            if (kind != TokenKind.NUMBER) {
                return Optional.empty();
            }
            Optional<LiteralValue> count = Literals.number(
                    new String(bytes, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8), negative);
            if (count.isEmpty() || lexer.next() != TokenKind.BARE_WORD) {
                return Optional.empty();
            }
            Optional<String> unit =
                    unitOf(new String(bytes, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8)
                            .toUpperCase(Locale.ROOT));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            Literal number = new Literal(position, count.get());
            intervals.add(new FunctionCall(position, "toInterval" + unit.get(), List.of(number)));
            kind = lexer.next();
        }
        return switch (intervals.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(intervals.getFirst());
            default ->
                grammar.postgres ? Optional.empty() : Optional.of(FunctionCall.operator(position, "tuple", intervals));
        };
    }

    /** The unit at the cursor, when a comma follows: both are then read. */
    Optional<String> takeUnitBeforeComma() {
        if (cursor.kind() != TokenKind.BARE_WORD || cursor.kindAt(1) != TokenKind.COMMA) {
            return Optional.empty();
        }
        Optional<String> unit = unitOf(cursor.tokenText().toUpperCase(Locale.ROOT));
        if (unit.isPresent()) {
            cursor.moveTo(cursor.index() + 2);
        }
        return unit;
    }

    /** The unit that a word in capital letters means. */
    static Optional<String> unitOf(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String wanted = " " + word + " ";
        return UNITS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
