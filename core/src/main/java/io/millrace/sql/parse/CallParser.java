package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Window;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses calls of functions: parameters, arguments, and what may stand behind them up to OVER. */
final class CallParser {
    private final Grammar grammar;
    private final ExpressionParser expressions;
    private final PrimaryParser primaries;
    private final PostgresForms postgresForms;
    private final Cursor cursor;
    /** Whether an ORDER BY stands behind the arguments read last, still inside of their brackets. */
    private boolean ordered;

    CallParser(Grammar grammar, ExpressionParser expressions, PrimaryParser primaries, PostgresForms postgresForms) {
        this.grammar = grammar;
        this.expressions = expressions;
        this.primaries = primaries;
        this.postgresForms = postgresForms;
        this.cursor = grammar.cursor;
    }

    /** The rest of a call, from its opening bracket. */
    Expr rest(Position position, String written) {
        cursor.need(TokenKind.OPENING_ROUND);
        if (isQueryFunction(written) && primaries.atQuery()) {
            Expr query = new Expr.Subquery(cursor.position(), grammar.queries.query());
            cursor.need(TokenKind.CLOSING_ROUND);
            return new FunctionCall(position, written, List.of(query));
        }
        boolean distinct = takeDistinct();
        List<Expr> arguments = arguments();
        List<Expr> parameters = List.of();
        if (cursor.kind() == TokenKind.OPENING_ROUND) {
            cursor.advance();
            parameters = arguments;
            distinct |= takeDistinct();
            arguments = arguments();
        }
        if (grammar.postgres) {
            if (ordered) {
                parameters = postgresForms.order(parameters);
                ordered = false;
            }
            if (cursor.takeKeyword("WITHIN GROUP")) {
                parameters = arguments;
                arguments = postgresForms.withinGroup();
            }
        }
        String name = distinct ? written + "Distinct" : written;
        Expr.NullsAction nulls = Expr.NullsAction.NONE;
        if (cursor.takeKeyword("RESPECT NULLS")) {
            nulls = Expr.NullsAction.RESPECT;
        } else if (cursor.takeKeyword("IGNORE NULLS")) {
            nulls = Expr.NullsAction.IGNORE;
        }
        if (cursor.looksAt("FILTER") && cursor.kindAt(1) == TokenKind.OPENING_ROUND) {
            cursor.moveTo(cursor.index() + 2);
            cursor.needKeyword("WHERE");
            ArrayList<Expr> filtered = new ArrayList<>(arguments);
            filtered.add(expressions.element());
            cursor.need(TokenKind.CLOSING_ROUND);
            arguments = filtered;
            name = name + "If";
        }
        Optional<Window> over = Optional.empty();
        if (cursor.takeKeyword("OVER")) {
            over = Optional.of(grammar.queries.windows().need());
        }
        return new FunctionCall(position, name, parameters, arguments, Expr.Notation.CALL, nulls, over);
    }

    private static boolean isQueryFunction(String name) {
        return name.equalsIgnoreCase("view")
                || name.equalsIgnoreCase("viewIfPermitted")
                || name.equalsIgnoreCase("viewExplain")
                || name.equalsIgnoreCase("exists");
    }

    private boolean takeDistinct() {
        TokenKind next = cursor.kindAt(1);
        if (cursor.looksAt("DISTINCT") && next != TokenKind.COMMA && next != TokenKind.CLOSING_ROUND) {
            cursor.advance();
            return true;
        }
        if (cursor.looksAt("ALL") && !ExpressionParser.endsExpression(next)) {
            cursor.advance();
        }
        return false;
    }

    /** The arguments of a call up to and with its closing bracket; no comma behind the last. */
    private List<Expr> arguments() {
        if (cursor.take(TokenKind.CLOSING_ROUND)) {
            return List.of();
        }
        if (grammar.postgres) {
            cursor.takeKeyword("VARIADIC");
        }
        List<Expr> arguments = expressions.elements();
        ordered = grammar.postgres && cursor.looksAt("ORDER BY");
        if (!ordered) {
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return arguments;
    }
}
