package io.millrace.sql.parse;

import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Identifier;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what stands for several columns: {@code *}, {@code COLUMNS(..)}, and EXCEPT, REPLACE and APPLY behind them. */
final class ColumnMatchers {
    private final ExpressionParser expressions;
    private final Cursor cursor;
    private final Literals literals;

    ColumnMatchers(Grammar grammar, ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = grammar.cursor;
        this.literals = grammar.literals;
    }

    /** The asterisk at the cursor. */
    Expr asterisk(Position position, Optional<Identifier> qualifier) {
        cursor.need(TokenKind.ASTERISK);
        return new Expr.Asterisk(position, qualifier, transformers());
    }

    /** The rest of {@code COLUMNS(..)}, from its opening bracket. */
    Expr columns(Position position, Optional<Identifier> qualifier) {
        cursor.need(TokenKind.OPENING_ROUND);
        Optional<String> pattern = literals.takeString();
        if (pattern.isPresent()) {
            cursor.need(TokenKind.CLOSING_ROUND);
            return new Expr.ColumnsByPattern(position, qualifier, pattern.get(), transformers());
        }
        ArrayList<Identifier> columns = new ArrayList<>();
        do {
            Position start = cursor.position();
            ArrayList<String> parts = new ArrayList<>(List.of(literals.needIdentifier()));
            while (cursor.take(TokenKind.DOT)) {
                parts.add(literals.needIdentifier());
            }
            columns.add(new Identifier(start, parts));
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return new Expr.ColumnsByList(position, qualifier, columns, transformers());
    }

    private List<ColumnTransformer> transformers() {
        ArrayList<ColumnTransformer> list = new ArrayList<>();
        while (true) {
            if (cursor.looksAt("EXCEPT") && !cursor.looksAt(1, "SELECT") && !atExceptQuery()) {
                cursor.advance();
                list.add(except());
            } else if (cursor.takeKeyword("REPLACE")) {
                list.add(replace());
            } else if (cursor.takeKeyword("APPLY")) {
                list.add(apply());
            } else {
                return list;
            }
        }
    }

    /** {@code SELECT * EXCEPT (SELECT ..)} combines two queries, and so does {@code EXCEPT ALL}. */
    private boolean atExceptQuery() {
        int distance = cursor.looksAt(1, "ALL") || cursor.looksAt(1, "DISTINCT") ? 2 : 1;
        while (cursor.kindAt(distance) == TokenKind.OPENING_ROUND) {
            distance++;
        }
        return cursor.looksAt(distance, "SELECT") || cursor.looksAt(distance, "FROM") && distance > 1;
    }

    private ColumnTransformer except() {
        boolean strict = takeStrict();
        boolean bracket = cursor.take(TokenKind.OPENING_ROUND);
        Optional<String> pattern = literals.takeString();
        if (pattern.isPresent()) {
            if (bracket) {
                cursor.need(TokenKind.CLOSING_ROUND);
            }
            return new ColumnTransformer.ExceptPattern(strict, pattern.get());
        }
        ArrayList<String> names = new ArrayList<>();
        do {
            StringBuilder name = new StringBuilder(literals.needIdentifier());
            while (cursor.take(TokenKind.DOT)) {
                name.append('.').append(literals.needIdentifier());
            }
            names.add(name.toString());
        } while (bracket && cursor.take(TokenKind.COMMA));
        if (bracket) {
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return new ColumnTransformer.Except(strict, names);
    }

    private boolean takeStrict() {
        TokenKind next = cursor.kindAt(1);
        boolean strict = cursor.looksAt("STRICT")
                && (next == TokenKind.OPENING_ROUND
                        || next == TokenKind.BARE_WORD && !cursor.looksAt(1, "FROM")
                        || next == TokenKind.QUOTED_IDENTIFIER);
        if (strict) {
            cursor.advance();
        }
        return strict;
    }

    private ColumnTransformer replace() {
        boolean strict = takeStrict();
        boolean bracket = cursor.take(TokenKind.OPENING_ROUND);
        ArrayList<Expr.Alias> replacements = new ArrayList<>();
        do {
            Position position = cursor.position();
            Expr expression = expressions.expression();
            cursor.needKeyword("AS");
            replacements.add(new Expr.Alias(position, expression, literals.needIdentifier()));
        } while (bracket && cursor.take(TokenKind.COMMA));
        if (bracket) {
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return new ColumnTransformer.Replace(strict, replacements);
    }

    private ColumnTransformer apply() {
        boolean bracket = cursor.take(TokenKind.OPENING_ROUND);
        Expr function = bracket ? expressions.expression() : expressions.operand();
        String prefix = "";
        if (bracket) {
            if (cursor.take(TokenKind.COMMA)) {
                prefix = literals.needString();
            }
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return switch (function) {
            case Expr.Lambda lambda -> new ColumnTransformer.ApplyLambda(lambda, prefix);
            case Identifier name -> new ColumnTransformer.ApplyFunction(name.fullName(), List.of(), prefix);
            case FunctionCall call -> new ColumnTransformer.ApplyFunction(call.name(), call.arguments(), prefix);
            default -> throw cursor.failure("column transformer function");
        };
    }
}
