package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Query.OrderBy;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses ORDER BY with its directions, fillings and interpolations. */
final class OrderParser {
    private final Grammar grammar;
    private final Cursor cursor;

    OrderParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The whole clause; {@link OrderBy#NONE} where none stands. */
    OrderBy orderBy() {
        if (!cursor.takeKeyword("ORDER BY")) {
            return OrderBy.NONE;
        }
        Query.OrderKeys keys;
        if (cursor.looksAt("ALL")
                && (cursor.kindAt(1) == TokenKind.BARE_WORD || ExpressionParser.endsExpression(cursor.kindAt(1)))) {
            cursor.advance();
            boolean descending = takeDirection();
            keys = new Query.OrderAll(descending, takeNulls());
        } else {
            keys = new Query.OrderList(elements());
        }
        Optional<List<Query.Interpolation>> interpolate = Optional.empty();
        if (cursor.takeKeyword("INTERPOLATE")) {
            interpolate = Optional.of(interpolations());
        }
        return new OrderBy(keys, interpolate);
    }

    private List<Query.Interpolation> interpolations() {
        ArrayList<Query.Interpolation> list = new ArrayList<>();
        if (!cursor.take(TokenKind.OPENING_ROUND) || cursor.take(TokenKind.CLOSING_ROUND)) {
            return list;
        }
        do {
            Position position = cursor.position();
            String name = grammar.literals.needIdentifier();
            Expr expression = cursor.takeKeyword("AS")
                    ? grammar.expressions.expression()
                    : new Expr.Identifier(position, List.of(name));
            list.add(new Query.Interpolation(name, expression));
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return list;
    }

    /** One or more keys with their directions, without the words before them. */
    List<OrderElement> elements() {
        ArrayList<OrderElement> list = new ArrayList<>();
        do {
            list.add(element());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private OrderElement element() {
        Expr expression = grammar.expressions.element();
        boolean descending = takeDirection();
        OrderElement.Nulls nulls = takeNulls();
        Optional<Expr> collation =
                cursor.takeKeyword("COLLATE") ? Optional.of(grammar.expressions.operand()) : Optional.empty();
        Optional<OrderElement.Fill> fill = Optional.empty();
        if (cursor.takeKeyword("WITH FILL")) {
            fill = Optional.of(new OrderElement.Fill(part("FROM"), part("TO"), part("STEP"), part("STALENESS")));
        }
        return new OrderElement(expression, descending, nulls, collation, fill);
    }

    private Optional<Expr> part(String keyword) {
        return cursor.takeKeyword(keyword) ? Optional.of(grammar.expressions.expression()) : Optional.empty();
    }

    private boolean takeDirection() {
        if (cursor.takeKeyword("DESC") || cursor.takeKeyword("DESCENDING")) {
            return true;
        }
        if (!cursor.takeKeyword("ASC")) {
            cursor.takeKeyword("ASCENDING");
        }
        return false;
    }

    private OrderElement.Nulls takeNulls() {
        if (cursor.takeKeyword("NULLS FIRST")) {
            return OrderElement.Nulls.FIRST;
        }
        return cursor.takeKeyword("NULLS LAST") ? OrderElement.Nulls.LAST : OrderElement.Nulls.DEFAULT;
    }
}
