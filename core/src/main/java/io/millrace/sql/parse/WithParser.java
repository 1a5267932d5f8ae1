package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what WITH names: queries and expressions. */
final class WithParser {
    private final Grammar grammar;
    private final Cursor cursor;

    WithParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The list behind the word. */
    List<Query.With> list() {
        ArrayList<Query.With> list = new ArrayList<>();
        do {
            if (!list.isEmpty() && (cursor.looksAt("SELECT") || cursor.looksAt("FROM"))) {
                break;
            }
            list.add(element());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private Query.With element() {
        int begin = cursor.index();
        Position position = cursor.position();
        TokenKind kind = cursor.kind();
        if (kind == TokenKind.BARE_WORD || kind == TokenKind.QUOTED_IDENTIFIER) {
            String name = grammar.literals.needIdentifier();
            List<String> columns = columnList();
            if (cursor.takeKeyword("AS")) {
                boolean materialized = cursor.looksAt("MATERIALIZED")
                        && cursor.kindAt(1) == TokenKind.OPENING_ROUND
                        && cursor.takeKeyword("MATERIALIZED");
                if (cursor.kind() == TokenKind.OPENING_ROUND) {
                    cursor.advance();
                    Query query = grammar.queries.query();
                    cursor.need(TokenKind.CLOSING_ROUND);
                    return new Query.WithQuery(position, name, columns, materialized, query);
                }
            }
            cursor.moveTo(begin);
        }
        Expr expression = grammar.expressions.expression();
        Optional<String> name = grammar.aliases.take(false);
        if (name.isPresent()) {
            return new Query.WithExpression(expression, name.get());
        }
        if (expression instanceof Expr.Alias alias) {
            return new Query.WithExpression(alias.expression(), alias.name());
        }
        throw cursor.failure();
    }

    /** {@code (a, b)} in front of AS, or nothing. */
    private List<String> columnList() {
        int begin = cursor.index();
        ArrayList<String> names = new ArrayList<>();
        if (cursor.kind() != TokenKind.OPENING_ROUND) {
            return names;
        }
        cursor.advance();
        do {
            Optional<String> name = grammar.literals.takeIdentifier();
            if (name.isEmpty()) {
                cursor.moveTo(begin);
                return List.of();
            }
            names.add(name.get());
        } while (cursor.take(TokenKind.COMMA));
        if (!cursor.take(TokenKind.CLOSING_ROUND) || !cursor.looksAt("AS")) {
            cursor.moveTo(begin);
            return List.of();
        }
        return names;
    }
}
