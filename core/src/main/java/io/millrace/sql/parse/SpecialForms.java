package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parses the forms of SQL that look like no function: CASE, CAST .. AS, EXTRACT .. FROM, TRIM, INTERVAL, DATE 'x', EXISTS. */
final class SpecialForms {
    private final Grammar grammar;
    private final ExpressionParser expressions;
    private final Cursor cursor;
    private final IntervalParser intervals;

    private final Map<String, Function<Position, Optional<Expr>>> calls = Map.ofEntries(
            Map.entry("CAST", this::cast),
            Map.entry("EXTRACT", this::extract),
            Map.entry("SUBSTRING", position -> substring(position, "substring")),
            Map.entry("SUBSTR", position -> substring(position, "substr")),
            Map.entry("POSITION", this::position),
            Map.entry("OVERLAY", this::overlay),
            Map.entry("TRIM", this::trim),
            Map.entry("LTRIM", position -> trimSide(position, "trimLeft")),
            Map.entry("RTRIM", position -> trimSide(position, "trimRight")),
            Map.entry("EXISTS", this::exists),
            Map.entry("DATEADD", position -> shift(position, "plus")),
            Map.entry("DATE_ADD", position -> shift(position, "plus")),
            Map.entry("TIMESTAMPADD", position -> shift(position, "plus")),
            Map.entry("TIMESTAMP_ADD", position -> shift(position, "plus")),
            Map.entry("DATESUB", position -> shift(position, "minus")),
            Map.entry("DATE_SUB", position -> shift(position, "minus")),
            Map.entry("TIMESTAMPSUB", position -> shift(position, "minus")),
            Map.entry("TIMESTAMP_SUB", position -> shift(position, "minus")),
            Map.entry("DATEDIFF", this::difference),
            Map.entry("DATE_DIFF", this::difference),
            Map.entry("TIMESTAMPDIFF", this::difference),
            Map.entry("TIMESTAMP_DIFF", this::difference));

    SpecialForms(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.expressions = expressions;
        this.cursor = grammar.cursor;
        this.intervals = new IntervalParser(grammar, expressions);
    }

    /** The special form that begins with the word at the cursor, if it is one. */
    Optional<Expr> take(Position position) {
        TokenKind next = cursor.kindAt(1);
        if (next == TokenKind.OPENING_ROUND && cursor.tokenEnd() - cursor.start() <= 14) {
            Function<Position, Optional<Expr>> form =
                    calls.get(cursor.tokenText().toUpperCase(Locale.ROOT));
            if (form != null) {
                int word = cursor.index();
                cursor.moveTo(word + 2);
                Optional<Expr> result = form.apply(position);
                if (result.isEmpty()) {
                    cursor.moveTo(word);
                }
                return result;
            }
        }
        if (cursor.looksAt("CASE")
                && !ExpressionParser.endsExpression(next)
                && !cursor.looksAt(1, "AS")
                && !cursor.looksAt(1, "FROM")) {
            return Optional.of(caseOf(position));
        }
        if (cursor.looksAt("INTERVAL")) {
            return intervals.take(position);
        }
        if (next == TokenKind.STRING) {
            String function = cursor.looksAt("DATE") ? "toDate" : cursor.looksAt("TIMESTAMP") ? "toDateTime" : "";
            if (!function.isEmpty()) {
                cursor.advance();
                Literal text =
                        new Literal(cursor.position(), LiteralValue.StringValue.of(grammar.literals.needString()));
                return Optional.of(new FunctionCall(position, function, List.of(text)));
            }
        }
        return Optional.empty();
    }

    private Expr caseOf(Position position) {
        cursor.advance();
        ArrayList<Expr> arguments = new ArrayList<>();
        boolean withOperand = !cursor.looksAt("WHEN");
        if (withOperand) {
            arguments.add(expressions.element());
        }
        cursor.needKeyword("WHEN");
        do {
            arguments.add(expressions.element());
            cursor.needKeyword("THEN");
            arguments.add(expressions.element());
        } while (cursor.takeKeyword("WHEN"));
        if (cursor.takeKeyword("ELSE")) {
            arguments.add(expressions.element());
        } else {
            arguments.add(new Literal(cursor.position(), new LiteralValue.NullValue()));
        }
        cursor.needKeyword("END");
        return new FunctionCall(position, withOperand ? "caseWithExpression" : "multiIf", arguments);
    }

    private Optional<Expr> cast(Position position) {
        Expr operand = expressions.expression();
        Expr result;
        if (cursor.take(TokenKind.COMMA)) {
            result = new FunctionCall(position, "CAST", List.of(operand, expressions.element()));
        } else {
            cursor.needKeyword("AS");
            result = expressions.castTo(position, operand);
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(result);
    }

    private Optional<Expr> extract(Position position) {
        String part = cursor.kind() == TokenKind.BARE_WORD ? cursor.tokenText().toUpperCase(Locale.ROOT) : "";
        Optional<String> unit = IntervalParser.unitOf(part);
        if (!cursor.looksAt(1, "FROM")) {
            return Optional.empty();
        }
        String function = unit.map(SpecialForms::extractor).orElseGet(() -> otherExtractor(part));
        if (function.isEmpty()) {
            return grammar.postgres ? Optional.of(datePart(position, part)) : Optional.empty();
        }
        cursor.moveTo(cursor.index() + 2);
        ArrayList<Expr> arguments = new ArrayList<>(List.of(expressions.element()));
        cursor.need(TokenKind.CLOSING_ROUND);
        if (part.equals("DOW")) {
            arguments.add(new Literal(position, LiteralValue.IntegerValue.of(2)));
        }
        return Optional.of(new FunctionCall(position, function, arguments));
    }

    /** A part of a moment that only PostgreSQL knows. */
    private Expr datePart(Position position, String part) {
        Literal field = new Literal(cursor.position(), LiteralValue.StringValue.of(part.toLowerCase(Locale.ROOT)));
        cursor.moveTo(cursor.index() + 2);
        Expr moment = expressions.element();
        cursor.need(TokenKind.CLOSING_ROUND);
        return new FunctionCall(position, "date_part", List.of(field, moment));
    }

    private static String extractor(String unit) {
        return switch (unit) {
            case "Day" -> "toDayOfMonth";
            case "Week" -> "toISOWeek";
            default -> "to" + unit;
        };
    }

    private static String otherExtractor(String part) {
        return switch (part) {
            case "DOW" -> "toDayOfWeek";
            case "DOY" -> "toDayOfYear";
            case "ISODOW" -> "toDayOfWeek";
            case "ISOYEAR" -> "toISOYear";
            case "EPOCH" -> "toUnixTimestamp";
            default -> "";
        };
    }

    private Optional<Expr> substring(Position position, String function) {
        ArrayList<Expr> arguments = new ArrayList<>(List.of(expressions.element()));
        if (cursor.takeKeyword("FROM")) {
            arguments.add(expressions.element());
            if (cursor.takeKeyword("FOR")) {
                arguments.add(expressions.element());
            }
            cursor.need(TokenKind.CLOSING_ROUND);
            return Optional.of(new FunctionCall(position, "substring", arguments));
        }
        if (grammar.postgres && cursor.takeKeyword("FOR")) {
            arguments.add(new Literal(position, LiteralValue.IntegerValue.of(1)));
            arguments.add(expressions.element());
            cursor.need(TokenKind.CLOSING_ROUND);
            return Optional.of(new FunctionCall(position, "substring", arguments));
        }
        return Optional.of(restOfCall(position, function, arguments));
    }

    /** A plain call whose first argument has been read. */
    private Expr restOfCall(Position position, String function, List<Expr> arguments) {
        while (cursor.take(TokenKind.COMMA)) {
            arguments.add(expressions.element());
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        return new FunctionCall(position, function, arguments);
    }

    /** {@code POSITION(needle IN haystack)}: the IN was read as an operator. */
    private Optional<Expr> position(Position position) {
        ArrayList<Expr> arguments = new ArrayList<>(List.of(expressions.element()));
        if (cursor.kind() == TokenKind.CLOSING_ROUND
                && arguments.getFirst() instanceof FunctionCall in
                && in.name().equals("in")) {
            cursor.advance();
            return Optional.of(
                    new FunctionCall(position, "position", in.arguments().reversed()));
        }
        return Optional.of(restOfCall(position, "position", arguments));
    }

    /** {@code OVERLAY(text PLACING other FROM begin FOR length)}. */
    private Optional<Expr> overlay(Position position) {
        ArrayList<Expr> arguments = new ArrayList<>(List.of(expressions.element()));
        if (!grammar.postgres || !cursor.takeKeyword("PLACING")) {
            return Optional.of(restOfCall(position, "overlay", arguments));
        }
        arguments.add(expressions.element());
        cursor.needKeyword("FROM");
        arguments.add(expressions.element());
        if (cursor.takeKeyword("FOR")) {
            arguments.add(expressions.element());
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, "overlayUTF8", arguments));
    }

    private Optional<Expr> trim(Position position) {
        String function = "trimBoth";
        boolean sided = true;
        if (cursor.takeKeyword("LEADING")) {
            function = "trimLeft";
        } else if (cursor.takeKeyword("TRAILING")) {
            function = "trimRight";
        } else {
            sided = cursor.takeKeyword("BOTH");
        }
        if (grammar.postgres && cursor.takeKeyword("FROM")) {
            Expr text = expressions.element();
            cursor.need(TokenKind.CLOSING_ROUND);
            return Optional.of(new FunctionCall(position, function, List.of(text)));
        }
        Expr first = expressions.element();
        ArrayList<Expr> arguments = new ArrayList<>();
        if (cursor.takeKeyword("FROM")) {
            arguments.add(expressions.element());
            arguments.add(first);
        } else if (sided) {
            throw cursor.failure();
        } else {
            arguments.add(first);
            while (cursor.take(TokenKind.COMMA)) {
                arguments.add(expressions.element());
            }
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, function, arguments));
    }

    private Optional<Expr> trimSide(Position position, String function) {
        List<Expr> arguments = expressions.elements();
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, function, arguments));
    }

    private Optional<Expr> exists(Position position) {
        if (!cursor.looksAt("SELECT")
                && !cursor.looksAt("WITH")
                && !cursor.looksAt("FROM")
                && cursor.kind() != TokenKind.OPENING_ROUND) {
            return Optional.empty();
        }
        Expr query = new Expr.Subquery(cursor.position(), grammar.queries.query());
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, "exists", List.of(query)));
    }

    /** {@code DATE_ADD(DAY, 1, x)} or {@code DATE_ADD(x, INTERVAL 1 DAY)}. */
    private Optional<Expr> shift(Position position, String function) {
        Optional<String> unit = intervals.takeUnitBeforeComma();
        if (unit.isPresent()) {
            Expr count = expressions.element();
            cursor.need(TokenKind.COMMA);
            Expr date = expressions.element();
            cursor.need(TokenKind.CLOSING_ROUND);
            Expr interval = new FunctionCall(count.position(), "toInterval" + unit.get(), List.of(count));
            return Optional.of(new FunctionCall(position, function, List.of(date, interval)));
        }
        Expr date = expressions.element();
        cursor.need(TokenKind.COMMA);
        Expr interval = expressions.element();
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, function, List.of(date, interval)));
    }

    private Optional<Expr> difference(Position position) {
        Position unitPosition = cursor.position();
        Optional<String> unit = intervals.takeUnitBeforeComma();
        ArrayList<Expr> arguments = new ArrayList<>();
        unit.ifPresent(name ->
                arguments.add(new Literal(unitPosition, LiteralValue.StringValue.of(name.toLowerCase(Locale.ROOT)))));
        arguments.addAll(expressions.elements());
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, "dateDiff", arguments));
    }
}
