package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The forms of PostgreSQL that ClickHouse does not have.
 *
 * <p>{@code x = ANY(a)} is the call {@code anyOf(x, a)} and {@code x = ALL(a)} is {@code allOf(x, a)}, with the comparison's function name as
 * parameter. The ORDER BY inside an aggregate is its last parameter, a call {@code orderBy(key, descending, ...)}. {@code ARRAY(SELECT ..)} is
 * {@code arrayOf(subquery)}.
 */
final class PostgresForms {
    /** Names that are calls without brackets. */
    private static final Set<String> BARE_CALLS = Set.of(
            "current_user",
            "session_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "current_date",
            "current_timestamp",
            "current_time",
            "localtimestamp",
            "localtime");

    private final Grammar grammar;
    private final PrimaryParser primaries;
    private final Cursor cursor;

    PostgresForms(Grammar grammar, PrimaryParser primaries) {
        this.grammar = grammar;
        this.primaries = primaries;
        this.cursor = grammar.cursor;
    }

    /** The form that begins with the word at the cursor, if it is one. */
    Optional<Expr> take(Position position) {
        TokenKind next = cursor.kindAt(1);
        if (cursor.looksAt("ARRAY") && (next == TokenKind.OPENING_SQUARE || next == TokenKind.OPENING_ROUND)) {
            cursor.advance();
            return Optional.of(array(position));
        }
        if (cursor.looksAt("ROW") && next == TokenKind.OPENING_ROUND) {
            cursor.moveTo(cursor.index() + 2);
            List<Expr> fields = cursor.kind() == TokenKind.CLOSING_ROUND ? List.of() : grammar.expressions.elements();
            cursor.need(TokenKind.CLOSING_ROUND);
            return Optional.of(FunctionCall.operator(position, "tuple", fields));
        }
        if (next == TokenKind.STRING) {
            Optional<String> type = PostgresTypes.canonical(cursor.tokenText());
            if (type.isPresent() && !type.get().equals("interval")) {
                cursor.advance();
                Expr text =
                        new Expr.Literal(cursor.position(), LiteralValue.StringValue.of(grammar.literals.needString()));
                Expr name = new Expr.Literal(position, LiteralValue.StringValue.of(type.get()));
                return Optional.of(new FunctionCall(position, "CAST", List.of(text, name)));
            }
        }
        Optional<Expr> moment = zonedLiteral(position);
        if (moment.isPresent()) {
            return moment;
        }
        String word = cursor.tokenText().toLowerCase(Locale.ROOT);
        if (next != TokenKind.OPENING_ROUND && next != TokenKind.DOT && BARE_CALLS.contains(word)) {
            cursor.advance();
            return Optional.of(new FunctionCall(position, word, List.of()));
        }
        return Optional.empty();
    }

    /** {@code TIMESTAMP WITH TIME ZONE '..'}: a type of several words in front of a literal. */
    private Optional<Expr> zonedLiteral(Position position) {
        boolean timestamp = cursor.looksAt("TIMESTAMP");
        boolean with = cursor.looksAt(1, "WITH");
        if (!timestamp && !cursor.looksAt("TIME")
                || !with && !cursor.looksAt(1, "WITHOUT")
                || !cursor.looksAt(2, "TIME")
                || !cursor.looksAt(3, "ZONE")
                || cursor.kindAt(4) != TokenKind.STRING) {
            return Optional.empty();
        }
        cursor.moveTo(cursor.index() + 4);
        Expr text = new Expr.Literal(cursor.position(), LiteralValue.StringValue.of(grammar.literals.needString()));
        String type = (timestamp ? "timestamp" : "time") + (with ? "tz" : "");
        Expr name = new Expr.Literal(position, LiteralValue.StringValue.of(type));
        return Optional.of(new FunctionCall(position, "CAST", List.of(text, name)));
    }

    private Expr array(Position position) {
        if (cursor.take(TokenKind.OPENING_ROUND)) {
            Expr query = new Expr.Subquery(cursor.position(), grammar.queries.query());
            cursor.need(TokenKind.CLOSING_ROUND);
            return new FunctionCall(position, "arrayOf", List.of(query));
        }
        cursor.need(TokenKind.OPENING_SQUARE);
        List<Expr> elements = new ArrayList<>();
        if (!cursor.take(TokenKind.CLOSING_SQUARE)) {
            do {
                Position at = cursor.position();
                elements.add(cursor.kind() == TokenKind.OPENING_SQUARE ? array(at) : grammar.expressions.expression());
            } while (cursor.take(TokenKind.COMMA));
            cursor.need(TokenKind.CLOSING_SQUARE);
        }
        return FunctionCall.operator(position, "array", elements);
    }

    /** {@code = ANY (array)}; the comparison has been read. */
    Optional<Expr> takeQuantified(Expr left, String comparison) {
        boolean all = cursor.looksAt("ALL");
        boolean any = cursor.looksAt("ANY") || cursor.looksAt("SOME");
        if (!all && !any || cursor.kindAt(1) != TokenKind.OPENING_ROUND) {
            return Optional.empty();
        }
        cursor.advance();
        Expr right = primaries.primary();
        Expr function = new Expr.Literal(left.position(), LiteralValue.StringValue.of(comparison));
        return Optional.of(new FunctionCall(
                left.position(),
                all ? "allOf" : "anyOf",
                List.of(function),
                List.of(left, right),
                Expr.Notation.CALL,
                Expr.NullsAction.NONE,
                Optional.empty()));
    }

    /** The ORDER BY behind the arguments of an aggregate, added to its parameters, and the closing bracket. */
    List<Expr> order(List<Expr> parameters) {
        List<Expr> result = new ArrayList<>(parameters);
        result.add(keys());
        cursor.need(TokenKind.CLOSING_ROUND);
        return result;
    }

    private Expr keys() {
        Position position = cursor.position();
        cursor.needKeyword("ORDER BY");
        List<Expr> keys = new ArrayList<>();
        for (OrderElement element : grammar.order.elements()) {
            keys.add(element.expression());
            keys.add(new Expr.Literal(position, new LiteralValue.BoolValue(element.descending())));
        }
        return new FunctionCall(position, "orderBy", keys);
    }

    /** {@code (ORDER BY x)} of {@code percentile_cont(0.5) WITHIN GROUP}: the key. */
    List<Expr> withinGroup() {
        cursor.need(TokenKind.OPENING_ROUND);
        cursor.needKeyword("ORDER BY");
        List<OrderElement> keys = grammar.order.elements();
        if (keys.size() != 1 || keys.getFirst().descending()) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED, "WITHIN GROUP is supported with one ascending key: use 1 - fraction");
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        return List.of(keys.getFirst().expression());
    }

    /** ORDER BY and LIMIT behind the last query of a UNION belong to all of it. */
    static Query orderedAsWhole(Query combined) {
        if (!(last(combined) instanceof Query.Select last)
                || last.orderBy().equals(Query.OrderBy.NONE) && last.limit().equals(Query.Limit.NONE)) {
            return combined;
        }
        Position position = combined.position();
        Query.Select all = Query.Select.of(position, List.of(new Expr.Asterisk(position, Optional.empty(), List.of())))
                .over(new FromItem.Derived(position, unordered(combined), FromItem.Modifiers.NONE), Optional.empty());
        return all.ordered(last.orderBy(), last.limit());
    }

    private static Query last(Query query) {
        return query instanceof Query.Combined combined
                ? last(combined.queries().getLast())
                : query;
    }

    /** The same query, the last of its parts without order and limit. */
    private static Query unordered(Query query) {
        return switch (query) {
            case Query.Select select -> select.ordered(Query.OrderBy.NONE, Query.Limit.NONE);
            case Query.Combined combined -> {
                List<Query> queries = new ArrayList<>(combined.queries());
                queries.set(queries.size() - 1, unordered(queries.getLast()));
                yield new Query.Combined(combined.position(), combined.operator(), queries);
            }
        };
    }

    /** {@code VALUES (1, 'a'), (2, 'b')} as a query with the columns column1, column2. */
    Query values() {
        Position position = cursor.position();
        List<Query> rows = new ArrayList<>();
        do {
            rows.add(Query.Select.of(position, named(row())));
        } while (cursor.take(TokenKind.COMMA));
        return rows.size() == 1 ? rows.getFirst() : new Query.Combined(position, Query.Operator.UNION_ALL, rows);
    }

    /** {@code (1, DEFAULT)}; DEFAULT is a name like any other here. */
    List<Expr> row() {
        cursor.need(TokenKind.OPENING_ROUND);
        List<Expr> row = grammar.expressions.elements();
        cursor.need(TokenKind.CLOSING_ROUND);
        return row;
    }

    private static List<Expr> named(List<Expr> row) {
        List<Expr> columns = new ArrayList<>();
        for (Expr value : row) {
            columns.add(new Expr.Alias(value.position(), value, "column" + (columns.size() + 1)));
        }
        return columns;
    }
}
