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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses expressions by operator precedence; the numbers are ClickHouse's priorities. */
final class ExpressionParser {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 2;

    /** What one call counts in the height of a tree: ClickHouse counts the call and its list of arguments. */
    private static final int LEVEL = 2;

    private static final int LAMBDA = 1;
    private static final int TERNARY = 2;
    private static final int OR = 3;
    private static final int AND = 4;
    private static final int NOT = 5;
    private static final int IS = 6;
    private static final int BETWEEN = 7;
    private static final int BETWEEN_BOUND = 8;
    private static final int COMPARISON = 9;
    private static final int CONCATENATION = 10;
    private static final int SUM = 11;
    private static final int PRODUCT = 12;
    private static final int TIME_ZONE = 13;
    private static final int MEMBER = 14;

    private static final List<String> OPERATORS = List.of(
            "token",
            "DoubleColon",
            "OR",
            "AND",
            "IS NOT DISTINCT FROM",
            "IS DISTINCT FROM",
            "IS NULL",
            "IS NOT NULL",
            "BETWEEN",
            "NOT BETWEEN",
            "LIKE",
            "ILIKE",
            "NOT LIKE",
            "NOT ILIKE",
            "REGEXP",
            "IN",
            "NOT IN",
            "GLOBAL IN",
            "GLOBAL NOT IN",
            "AT TIME ZONE",
            "MOD",
            "DIV");

    /** Words that end an expression and so are no alias without AS. */
    private static final Set<String> NO_ALIAS = Set.of(
            "ALL",
            "AND",
            "ANTI",
            "ANY",
            "ARRAY",
            "AS",
            "ASC",
            "ASCENDING",
            "ASOF",
            "AT",
            "BETWEEN",
            "CROSS",
            "DESC",
            "DESCENDING",
            "DIV",
            "ELSE",
            "END",
            "EXCEPT",
            "FETCH",
            "FINAL",
            "FORMAT",
            "FROM",
            "FULL",
            "GLOBAL",
            "GROUP",
            "HAVING",
            "ILIKE",
            "IN",
            "INNER",
            "INTERSECT",
            "INTO",
            "IS",
            "JOIN",
            "LEFT",
            "LIKE",
            "LIMIT",
            "MOD",
            "NATURAL",
            "NOT",
            "NULLS",
            "OFFSET",
            "ON",
            "ONLY",
            "OR",
            "ORDER",
            "PARALLEL",
            "PASTE",
            "PREWHERE",
            "QUALIFY",
            "REGEXP",
            "RIGHT",
            "SAMPLE",
            "SELECT",
            "SEMI",
            "SETTINGS",
            "STREAM",
            "THEN",
            "UNION",
            "USING",
            "WHEN",
            "WHERE",
            "WINDOW",
            "WITH");

    private static final Set<String> NO_ALIAS_IN_POSTGRES =
            Set.of("COLLATE", "OPERATOR", "ESCAPE", "FOR", "WITHIN", "FILTER", "OVER");

    private final Grammar grammar;
    private final Cursor cursor;
    private final PrimaryParser primaries;

    /** The height of the highest tree finished since it was last reset; see {@link #binary}. */
    private int height;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.primaries = new PrimaryParser(grammar, this);
    }

    PrimaryParser primaries() {
        return primaries;
    }

    /** An expression without an alias. */
    Expr expression() {
        return binary(LAMBDA);
    }

    /** An expression that may have an alias with AS, as function arguments and clauses do. */
    Expr element() {
        return alias(expression(), false);
    }

    /** An expression that may have an alias with or without AS, as in the list behind SELECT. */
    Expr selectElement() {
        return alias(expression(), true);
    }

    /** An expression that ends before any operator looser than a member access: literals, names, calls, brackets. */
    Expr operand() {
        return binary(MEMBER);
    }

    /** One or more elements with commas between. */
    List<Expr> elements() {
        ArrayList<Expr> list = new ArrayList<>();
        do {
            list.add(element());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    /** Names apart from those that would be a clause. */
    Optional<String> takeAlias(boolean withoutAs) {
        if (cursor.takeKeyword("AS")) {
            return Optional.of(grammar.literals.needIdentifier());
        }
        cursor.expected("alias");
        if (!withoutAs) {
            return Optional.empty();
        }
        return switch (cursor.kind()) {
            case QUOTED_IDENTIFIER -> grammar.literals.takeIdentifier();
            case BARE_WORD ->
                NO_ALIAS.contains(cursor.tokenText().toUpperCase(Locale.ROOT))
                                || grammar.postgres
                                        && NO_ALIAS_IN_POSTGRES.contains(
                                                cursor.tokenText().toUpperCase(Locale.ROOT))
                                || cursor.looksAt("COMMENT") && cursor.kindAt(1) == TokenKind.STRING
                        ? Optional.empty()
                        : grammar.literals.takeIdentifier();
            default -> Optional.empty();
        };
    }

    private Expr alias(Expr expression, boolean withoutAs) {
        return takeAlias(withoutAs)
                .<Expr>map(name -> new Expr.Alias(expression.position(), expression, name))
                .orElse(expression);
    }

    /**
     * Parses operators that bind at least as tightly as asked.
     *
     * <p>Chains of operators are parsed by a loop, so their trees can be higher than the stack is deep: the height is counted,
     * because everybody who walks the tree later does so by recursion.
     */
    private Expr binary(int tightness) {
        cursor.enter(DEPTH_STEPS);
        int outer = height;
        height = 0;
        int firstToken = cursor.index();
        Expr left = prefix(tightness);
        int tallest = height + LEVEL;
        if (tallest > cursor.options().maxTreeDepth()) {
            throw Grammar.tooDeepTree(cursor.options().maxTreeDepth());
        }
        while (true) {
            height = 0;
            Expr next = infix(left, tightness, firstToken);
            if (next == null) {
                break;
            }
            cursor.countElement();
            left = next;
            tallest = Math.max(tallest, height) + LEVEL;
            if (tallest > cursor.options().maxTreeDepth()) {
                throw Grammar.tooDeepTree(cursor.options().maxTreeDepth());
            }
        }
        height = Math.max(outer, tallest);
        cursor.leave(DEPTH_STEPS);
        return left;
    }

    private Expr prefix(int tightness) {
        cursor.countElement();
        Position position = cursor.position();
        switch (cursor.kind()) {
            case MINUS -> {
                if (cursor.kindAt(1) == TokenKind.NUMBER) {
                    break;
                }
                cursor.advance();
                return FunctionCall.operator(position, "negate", List.of(binary(MEMBER)));
            }
            case PLUS -> {
                cursor.advance();
                return binary(MEMBER);
            }
            case BARE_WORD -> {
                if (cursor.looksAt("NOT") && !endsExpression(cursor.kindAt(1))) {
                    cursor.advance();
                    return FunctionCall.operator(position, "not", List.of(binary(Math.max(tightness, NOT))));
                }
                if (tightness <= LAMBDA && cursor.kindAt(1) == TokenKind.ARROW) {
                    return lambda(position, List.of(grammar.literals.needIdentifier()));
                }
            }
            case QUOTED_IDENTIFIER -> {
                if (tightness <= LAMBDA && cursor.kindAt(1) == TokenKind.ARROW) {
                    return lambda(position, List.of(grammar.literals.needIdentifier()));
                }
            }
            case OPENING_ROUND -> {
                if (tightness <= LAMBDA && atLambdaParameters()) {
                    return lambda(position, lambdaParameters());
                }
            }
            default -> {}
        }
        return primaries.primary();
    }

    private Expr lambda(Position position, List<String> parameters) {
        cursor.need(TokenKind.ARROW);
        return new Expr.Lambda(position, parameters, binary(LAMBDA));
    }

    private boolean atLambdaParameters() {
        int distance = 1;
        if (cursor.kindAt(distance) != TokenKind.CLOSING_ROUND) {
            while (true) {
                TokenKind name = cursor.kindAt(distance);
                if (name != TokenKind.BARE_WORD && name != TokenKind.QUOTED_IDENTIFIER) {
                    return false;
                }
                TokenKind separator = cursor.kindAt(distance + 1);
                distance += 2;
                if (separator == TokenKind.CLOSING_ROUND) {
                    distance--;
                    break;
                }
                if (separator != TokenKind.COMMA) {
                    return false;
                }
            }
        }
        return cursor.kindAt(distance + 1) == TokenKind.ARROW;
    }

    private List<String> lambdaParameters() {
        cursor.advance();
        ArrayList<String> names = new ArrayList<>();
        if (!cursor.take(TokenKind.CLOSING_ROUND)) {
            do {
                names.add(grammar.literals.needIdentifier());
            } while (cursor.take(TokenKind.COMMA));
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return names;
    }

    /** Whether a word that could be an operator or a special form stands alone, as a name, because nothing to work on follows. */
    static boolean endsExpression(TokenKind next) {
        return switch (next) {
            case COMMA,
                    END,
                    SEMICOLON,
                    CLOSING_ROUND,
                    CLOSING_SQUARE,
                    CLOSING_CURLY,
                    DOT,
                    EQUALS,
                    NOT_EQUALS,
                    LESS,
                    GREATER,
                    LESS_OR_EQUALS,
                    GREATER_OR_EQUALS,
                    PLUS,
                    SLASH,
                    PERCENT,
                    ASTERISK,
                    CONCATENATION,
                    DOUBLE_COLON,
                    ARROW -> true;
            default -> false;
        };
    }

    private @Nullable Expr infix(Expr left, int tightness, int firstToken) {
        TokenKind kind = cursor.kind();
        switch (kind) {
            case QUESTION -> {
                return tightness <= TERNARY ? ternary(left) : null;
            }
            case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_OR_EQUALS, GREATER_OR_EQUALS -> {
                return tightness <= COMPARISON ? comparison(left, kind) : null;
            }
            case SPACESHIP -> {
                return tightness <= IS ? operator(left, "isNotDistinctFrom", IS) : null;
            }
            case CONCATENATION -> {
                return tightness <= CONCATENATION ? concatenation(left) : null;
            }
            case PLUS -> {
                return tightness <= SUM ? operator(left, "plus", SUM) : null;
            }
            case MINUS -> {
                return tightness <= SUM ? operator(left, "minus", SUM) : null;
            }
            case ASTERISK -> {
                return tightness <= PRODUCT ? operator(left, "multiply", PRODUCT) : null;
            }
            case SLASH -> {
                return tightness <= PRODUCT ? operator(left, "divide", PRODUCT) : null;
            }
            case PERCENT -> {
                return tightness <= PRODUCT ? operator(left, "modulo", PRODUCT) : null;
            }
            case DOT -> {
                return member(left);
            }
            case OPENING_SQUARE -> {
                return element(left);
            }
            case DOUBLE_COLON -> {
                return cast(left, firstToken);
            }
            case OPERATOR -> {
                return tightness <= CONCATENATION ? postgresOperator(left) : null;
            }
            case CARET -> {
                return grammar.postgres && tightness <= MEMBER ? operator(left, "pow", MEMBER) : null;
            }
            case BARE_WORD -> {
                Expr next = wordOperator(left, tightness);
                if (next == null) {
                    cursor.expected(OPERATORS);
                }
                return next;
            }
            default -> {
                cursor.expected(OPERATORS);
                return null;
            }
        }
    }

    private Expr operator(Expr left, String function, int tightness) {
        cursor.advance();
        return FunctionCall.operator(left.position(), function, List.of(left, binary(tightness + 1)));
    }

    /** {@code ~}, {@code OPERATOR(pg_catalog.~)} and the like. */
    private Expr postgresOperator(Expr left) {
        PostgresOperator operator = PostgresOperator.take(cursor);
        Optional<Expr> quantified = primaries.takeQuantified(left, operator.function());
        return quantified.isPresent()
                ? operator.negatedIf(quantified.get())
                : operator.of(left, binary(CONCATENATION + 1));
    }

    private Expr ternary(Expr condition) {
        cursor.advance();
        Expr then = binary(TERNARY);
        cursor.need(TokenKind.COLON);
        return new FunctionCall(condition.position(), "if", List.of(condition, then, binary(TERNARY)));
    }

    private Expr comparison(Expr left, TokenKind kind) {
        cursor.advance();
        String function = switch (kind) {
            case EQUALS -> "equals";
            case NOT_EQUALS -> "notEquals";
            case LESS -> "less";
            case GREATER -> "greater";
            case LESS_OR_EQUALS -> "lessOrEquals";
            default -> "greaterOrEquals";
        };
        return primaries
                .takeQuantified(left, function)
                .orElseGet(
                        () -> FunctionCall.operator(left.position(), function, List.of(left, binary(COMPARISON + 1))));
    }

    private Expr concatenation(Expr left) {
        ArrayList<Expr> operands = new ArrayList<>(List.of(left));
        while (cursor.take(TokenKind.CONCATENATION)) {
            operands.add(binary(CONCATENATION + 1));
        }
        return grammar.postgres
                ? FunctionCall.operator(left.position(), "concat", operands)
                : new FunctionCall(left.position(), "concat", operands);
    }

    private Expr chain(Expr left, String word, String function, int tightness) {
        ArrayList<Expr> operands = new ArrayList<>(List.of(left));
        while (cursor.takeKeyword(word)) {
            operands.add(binary(tightness + 1));
        }
        return FunctionCall.operator(left.position(), function, operands);
    }

    private @Nullable Expr wordOperator(Expr left, int tightness) {
        byte[] text = cursor.bytes();
        return switch (text[cursor.start()] & 0xDF) {
            case 'O' ->
                tightness <= OR && cursor.looksAt("OR")
                        ? chain(left, "OR", "or", OR)
                        : grammar.postgres && tightness <= CONCATENATION && PostgresOperator.standsAt(cursor)
                                ? postgresOperator(left)
                                : null;
            case 'C' -> grammar.postgres && cursor.takeKeyword("COLLATE") ? collated(left) : null;
            case 'A' ->
                tightness <= AND && cursor.looksAt("AND")
                        ? chain(left, "AND", "and", AND)
                        : tightness <= TIME_ZONE && cursor.takeKeyword("AT TIME ZONE")
                                ? new FunctionCall(left.position(), "toTimeZone", List.of(left, binary(TIME_ZONE + 1)))
                                : null;
            case 'I' -> isOrIn(left, tightness);
            case 'B' -> tightness <= BETWEEN && cursor.takeKeyword("BETWEEN") ? between(left, false) : null;
            case 'N' -> negated(left, tightness);
            case 'G' -> global(left, tightness);
            case 'L' -> tightness <= COMPARISON && cursor.takeKeyword("LIKE") ? pattern(left, "like") : null;
            case 'R' -> {
                if (tightness > COMPARISON || !cursor.takeKeyword("REGEXP")) {
                    yield null;
                }
                yield new FunctionCall(left.position(), "match", List.of(left, binary(COMPARISON + 1)));
            }
            case 'D' -> {
                if (tightness > PRODUCT || !cursor.takeKeyword("DIV")) {
                    yield null;
                }
                yield new FunctionCall(left.position(), "intDiv", List.of(left, binary(PRODUCT + 1)));
            }
            case 'M' -> tightness <= PRODUCT && cursor.looksAt("MOD") ? operator(left, "modulo", PRODUCT) : null;
            default -> null;
        };
    }

    private @Nullable Expr isOrIn(Expr left, int tightness) {
        if (tightness <= COMPARISON) {
            if (cursor.takeKeyword("IN")) {
                return in(left, "in");
            }
            if (cursor.takeKeyword("ILIKE")) {
                return pattern(left, "ilike");
            }
        }
        if (tightness > IS || !cursor.looksAt("IS")) {
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
            return FunctionCall.operator(position, function, List.of(left, binary(IS + 1)));
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
        if (tightness > COMPARISON || !cursor.looksAt("NOT")) {
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
        return tightness <= BETWEEN && cursor.takeKeyword("NOT BETWEEN") ? between(left, true) : null;
    }

    /** LIKE and its kin; PostgreSQL's ESCAPE becomes a third argument. */
    private Expr pattern(Expr left, String function) {
        Expr pattern = binary(COMPARISON + 1);
        return grammar.postgres && cursor.takeKeyword("ESCAPE")
                ? FunctionCall.operator(left.position(), function, List.of(left, pattern, binary(COMPARISON + 1)))
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
        if (tightness > COMPARISON) {
            return null;
        }
        if (cursor.takeKeyword("GLOBAL IN")) {
            return in(left, "globalIn");
        }
        return cursor.takeKeyword("GLOBAL NOT IN") ? in(left, "globalNotIn") : null;
    }

    private Expr in(Expr left, String function) {
        return FunctionCall.operator(left.position(), function, List.of(left, binary(COMPARISON + 1)));
    }

    /** {@code a BETWEEN b AND c} is {@code a >= b AND a <= c}, negated {@code a < b OR a > c}. */
    private Expr between(Expr value, boolean not) {
        Expr low = binary(BETWEEN_BOUND);
        cursor.needKeyword("AND");
        Expr high = binary(BETWEEN_BOUND + 1);
        Position position = value.position();
        Expr first = FunctionCall.operator(position, not ? "less" : "greaterOrEquals", List.of(value, low));
        Expr second = FunctionCall.operator(position, not ? "greater" : "lessOrEquals", List.of(value, high));
        return FunctionCall.operator(position, not ? "or" : "and", List.of(first, second));
    }

    private Expr element(Expr array) {
        cursor.advance();
        Expr index = element();
        cursor.need(TokenKind.CLOSING_SQUARE);
        return FunctionCall.operator(array.position(), "arrayElement", List.of(array, index));
    }

    private Expr member(Expr tuple) {
        cursor.advance();
        Position position = cursor.position();
        if (cursor.kind() == TokenKind.NUMBER) {
            LiteralValue index = grammar.literals.takeScalar().orElseThrow(cursor::failure);
            return FunctionCall.operator(
                    tuple.position(), "tupleElement", List.of(tuple, new Literal(position, index)));
        }
        String name = grammar.literals.needIdentifier();
        Literal member = new Literal(position, LiteralValue.StringValue.of(name));
        return new FunctionCall(tuple.position(), "tupleElement", List.of(tuple, member));
    }

    /** A literal is cast from its text, so that {@code 0.1::Decimal(38, 30)} loses nothing. */
    private Expr cast(Expr value, int firstToken) {
        String source = cursor.textBetween(firstToken, cursor.index());
        cursor.advance();
        Expr operand = value;
        if (value instanceof Literal literal && castsFromText(literal.value())) {
            String text = source.charAt(0) == '-' ? "-" + source.substring(1).strip() : source;
            operand = new Literal(value.position(), LiteralValue.StringValue.of(text));
        }
        return castTo(value.position(), operand);
    }

    /** {@code CAST(operand, 'the type that stands here')}. */
    Expr castTo(Position position, Expr operand) {
        Position typePosition = cursor.position();
        Literal type = new Literal(typePosition, LiteralValue.StringValue.of(grammar.types.needForCast()));
        return new FunctionCall(position, "CAST", List.of(operand, type));
    }

    private static boolean castsFromText(LiteralValue value) {
        return switch (value) {
            case LiteralValue.IntegerValue i -> true;
            case LiteralValue.FloatValue f -> true;
            case LiteralValue.ArrayValue a -> true;
            case LiteralValue.TupleValue t -> true;
            case LiteralValue.NullValue n -> false;
            case LiteralValue.BoolValue b -> false;
            case LiteralValue.StringValue s -> false;
            case LiteralValue.MapValue m -> false;
        };
    }
}
