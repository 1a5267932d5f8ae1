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

/** Parses expressions by operator precedence; the numbers are ClickHouse's priorities. */
final class ExpressionParser {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 2;

    /** What one call counts in the height of a tree: ClickHouse counts the call and its list of arguments. */
    private static final int LEVEL = 2;

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

    private final Grammar grammar;
    private final Cursor cursor;
    private final PrimaryParser primaries;
    private final WordOperators words;

    /** The height of the highest tree finished since it was last reset; see {@link #binary}. */
    private int height;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.primaries = new PrimaryParser(grammar, this);
        this.words = new WordOperators(grammar, this);
    }

    PrimaryParser primaries() {
        return primaries;
    }

    /** An expression without an alias. */
    Expr expression() {
        return binary(Precedence.LAMBDA);
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
        return binary(Precedence.MEMBER);
    }

    /** One or more elements with commas between. */
    List<Expr> elements() {
        ArrayList<Expr> list = new ArrayList<>();
        do {
            list.add(element());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private Expr alias(Expr expression, boolean withoutAs) {
        return grammar.aliases
                .take(withoutAs)
                .<Expr>map(name -> new Expr.Alias(expression.position(), expression, name))
                .orElse(expression);
    }

    /**
     * Parses operators that bind at least as tightly as asked.
     *
     * <p>Chains of operators are parsed by a loop, so their trees can be higher than the stack is deep: the height is counted,
     * because everybody who walks the tree later does so by recursion.
     */
    Expr binary(int tightness) {
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
                return FunctionCall.operator(position, "negate", List.of(binary(Precedence.MEMBER)));
            }
            case PLUS -> {
                cursor.advance();
                return binary(Precedence.MEMBER);
            }
            case BARE_WORD -> {
                if (cursor.looksAt("NOT") && !endsExpression(cursor.kindAt(1))) {
                    cursor.advance();
                    return FunctionCall.operator(position, "not", List.of(binary(Math.max(tightness, Precedence.NOT))));
                }
                if (tightness <= Precedence.LAMBDA && cursor.kindAt(1) == TokenKind.ARROW) {
                    return lambda(position, List.of(grammar.literals.needIdentifier()));
                }
            }
            case QUOTED_IDENTIFIER -> {
                if (tightness <= Precedence.LAMBDA && cursor.kindAt(1) == TokenKind.ARROW) {
                    return lambda(position, List.of(grammar.literals.needIdentifier()));
                }
            }
            case OPENING_ROUND -> {
                if (tightness <= Precedence.LAMBDA && atLambdaParameters()) {
                    return lambda(position, lambdaParameters());
                }
            }
            default -> {}
        }
        return primaries.primary();
    }

    private Expr lambda(Position position, List<String> parameters) {
        cursor.need(TokenKind.ARROW);
        return new Expr.Lambda(position, parameters, binary(Precedence.LAMBDA));
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
                return tightness <= Precedence.TERNARY ? ternary(left) : null;
            }
            case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_OR_EQUALS, GREATER_OR_EQUALS -> {
                return tightness <= Precedence.COMPARISON ? comparison(left, kind) : null;
            }
            case SPACESHIP -> {
                return tightness <= Precedence.IS ? operator(left, "isNotDistinctFrom", Precedence.IS) : null;
            }
            case CONCATENATION -> {
                return tightness <= Precedence.CONCATENATION ? concatenation(left) : null;
            }
            case PLUS -> {
                return tightness <= Precedence.SUM ? operator(left, "plus", Precedence.SUM) : null;
            }
            case MINUS -> {
                return tightness <= Precedence.SUM ? operator(left, "minus", Precedence.SUM) : null;
            }
            case ASTERISK -> {
                return tightness <= Precedence.PRODUCT ? operator(left, "multiply", Precedence.PRODUCT) : null;
            }
            case SLASH -> {
                return tightness <= Precedence.PRODUCT ? operator(left, "divide", Precedence.PRODUCT) : null;
            }
            case PERCENT -> {
                return tightness <= Precedence.PRODUCT ? operator(left, "modulo", Precedence.PRODUCT) : null;
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
                return tightness <= Precedence.CONCATENATION ? postgresOperator(left) : null;
            }
            case CARET -> {
                return grammar.postgres && tightness <= Precedence.MEMBER
                        ? operator(left, "pow", Precedence.MEMBER)
                        : null;
            }
            case BARE_WORD -> {
                Expr next = words.infix(left, tightness);
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

    Expr operator(Expr left, String function, int tightness) {
        cursor.advance();
        return FunctionCall.operator(left.position(), function, List.of(left, binary(tightness + 1)));
    }

    /** {@code ~}, {@code OPERATOR(pg_catalog.~)} and the like. */
    Expr postgresOperator(Expr left) {
        PostgresOperator operator = PostgresOperator.take(cursor);
        Optional<Expr> quantified = primaries.takeQuantified(left, operator.function());
        return quantified.isPresent()
                ? operator.negatedIf(quantified.get())
                : operator.of(left, binary(Precedence.CONCATENATION + 1));
    }

    private Expr ternary(Expr condition) {
        cursor.advance();
        Expr then = binary(Precedence.TERNARY);
        cursor.need(TokenKind.COLON);
        return new FunctionCall(condition.position(), "if", List.of(condition, then, binary(Precedence.TERNARY)));
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
                .orElseGet(() -> FunctionCall.operator(
                        left.position(), function, List.of(left, binary(Precedence.COMPARISON + 1))));
    }

    private Expr concatenation(Expr left) {
        ArrayList<Expr> operands = new ArrayList<>(List.of(left));
        while (cursor.take(TokenKind.CONCATENATION)) {
            operands.add(binary(Precedence.CONCATENATION + 1));
        }
        return grammar.postgres
                ? FunctionCall.operator(left.position(), "concat", operands)
                : new FunctionCall(left.position(), "concat", operands);
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
