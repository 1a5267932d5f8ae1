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
import java.util.function.Function;

/** Parses the forms of SQL that look like no function: CASE, CAST .. AS, EXTRACT .. FROM, TRIM, INTERVAL, DATE 'x', EXISTS. */
final class SpecialForms {
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

    private final Map<String, Function<Position, Optional<Expr>>> calls = Map.ofEntries(
            Map.entry("CAST", this::cast),
            Map.entry("EXTRACT", this::extract),
            Map.entry("SUBSTRING", position -> substring(position, "substring")),
            Map.entry("SUBSTR", position -> substring(position, "substr")),
            Map.entry("POSITION", this::position),
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
    }

    private static Map.Entry<String, String> unit(String unit, String words) {
        return Map.entry(unit, " " + words + " ");
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
            return interval(position);
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
        Optional<String> unit = unitOf(part);
        if (!cursor.looksAt(1, "FROM")) {
            return Optional.empty();
        }
        String function = unit.map(SpecialForms::extractor).orElseGet(() -> otherExtractor(part));
        if (function.isEmpty()) {
            return Optional.empty();
        }
        cursor.moveTo(cursor.index() + 2);
        ArrayList<Expr> arguments = new ArrayList<>(List.of(expressions.element()));
        cursor.need(TokenKind.CLOSING_ROUND);
        if (part.equals("DOW")) {
            arguments.add(new Literal(position, LiteralValue.IntegerValue.of(2)));
        }
        return Optional.of(new FunctionCall(position, function, arguments));
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
        Optional<String> unit = takeUnitBeforeComma();
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
        Optional<String> unit = takeUnitBeforeComma();
        ArrayList<Expr> arguments = new ArrayList<>();
        unit.ifPresent(name ->
                arguments.add(new Literal(unitPosition, LiteralValue.StringValue.of(name.toLowerCase(Locale.ROOT)))));
        arguments.addAll(expressions.elements());
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(new FunctionCall(position, "dateDiff", arguments));
    }

    private Optional<String> takeUnitBeforeComma() {
        if (cursor.kind() != TokenKind.BARE_WORD || cursor.kindAt(1) != TokenKind.COMMA) {
            return Optional.empty();
        }
        Optional<String> unit = unitOf(cursor.tokenText().toUpperCase(Locale.ROOT));
        if (unit.isPresent()) {
            cursor.moveTo(cursor.index() + 2);
        }
        return unit;
    }

    private static Optional<String> unitOf(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String wanted = " " + word + " ";
        return UNITS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@code INTERVAL x DAY} or {@code INTERVAL '1 day 2 hours'}; else the word is a name. */
    private Optional<Expr> interval(Position position) {
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
            default -> Optional.of(FunctionCall.operator(position, "tuple", intervals));
        };
    }
}
