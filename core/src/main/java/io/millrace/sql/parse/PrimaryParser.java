package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.Expr.Identifier;
import io.millrace.sql.ast.Expr.Literal;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what operators work on: literals, names, calls, brackets, matchers, subqueries. */
final class PrimaryParser {
    private static final List<String> OPERANDS = List.of(
            "CAST operator",
            "NOT",
            "INTERVAL",
            "CASE",
            "DATE",
            "TIMESTAMP",
            "tuple",
            "collection of literals",
            "array",
            "number",
            "literal",
            "NULL",
            "Bool",
            "string literal",
            "asterisk",
            "qualified asterisk",
            "compound identifier",
            "identifier",
            "COLUMNS matcher",
            "function name",
            "substitution");

    private final Grammar grammar;
    private final ExpressionParser expressions;
    private final Cursor cursor;
    private final Literals literals;
    private final SpecialForms forms;
    private final PostgresForms postgresForms;
    private final CallParser calls;
    private final ColumnMatchers columns;

    PrimaryParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.expressions = expressions;
        this.cursor = grammar.cursor;
        this.literals = grammar.literals;
        this.forms = new SpecialForms(grammar, expressions);
        this.postgresForms = new PostgresForms(grammar, this);
        this.calls = new CallParser(grammar, expressions, this, postgresForms);
        this.columns = new ColumnMatchers(grammar, expressions);
    }

    Expr primary() {
        Position position = cursor.position();
        return switch (cursor.kind()) {
            case NUMBER, MINUS, STRING, HEREDOC ->
                new Literal(position, literals.takeScalar().orElseThrow(this::failure));
            case OPENING_ROUND -> round(position);
            case OPENING_SQUARE -> array(position);
            case OPENING_CURLY -> parameter(position);
            case ASTERISK -> columns.asterisk(position, Optional.empty());
            case DOUBLE_AT -> globalVariable(position);
            case BARE_WORD -> word(position);
            case QUOTED_IDENTIFIER -> name(position);
            case PARAMETER -> {
                String number = cursor.tokenText().substring(1);
                cursor.advance();
                yield new Expr.QueryParameter(position, number, "");
            }
            default -> throw failure();
        };
    }

    private DbException failure() {
        cursor.expected(OPERANDS);
        return cursor.failure();
    }

    private Expr word(Position position) {
        TokenKind next = cursor.kindAt(1);
        if (next != TokenKind.OPENING_ROUND && next != TokenKind.DOT) {
            Optional<LiteralValue> literal = literals.takeScalar();
            if (literal.isPresent()) {
                return new Literal(position, literal.get());
            }
        }
        if (grammar.postgres) {
            Optional<Expr> form = postgresForms.take(position);
            if (form.isPresent()) {
                return form.get();
            }
        }
        return forms.take(position).orElseGet(() -> name(position));
    }

    /** A name, a call, {@code t.*} or {@code t.COLUMNS(..)}. */
    private Expr name(Position position) {
        ArrayList<String> parts = new ArrayList<>();
        boolean bare = cursor.kind() == TokenKind.BARE_WORD;
        parts.add(literals.takeIdentifier().orElseThrow(this::failure));
        while (cursor.kind() == TokenKind.DOT) {
            TokenKind next = cursor.kindAt(1);
            if (next == TokenKind.ASTERISK) {
                cursor.advance();
                return columns.asterisk(position, Optional.of(new Identifier(position, parts)));
            }
            if (next != TokenKind.BARE_WORD && next != TokenKind.QUOTED_IDENTIFIER && next != TokenKind.OPENING_CURLY) {
                break;
            }
            cursor.advance();
            if (cursor.looksAt("COLUMNS") && cursor.kindAt(1) == TokenKind.OPENING_ROUND) {
                cursor.advance();
                return columns.columns(position, Optional.of(new Identifier(position, parts)));
            }
            bare = false;
            parts.add(literals.needIdentifier());
        }
        if (cursor.kind() != TokenKind.OPENING_ROUND) {
            return new Identifier(position, parts);
        }
        if (bare && parts.getFirst().equalsIgnoreCase("COLUMNS")) {
            return columns.columns(position, Optional.empty());
        }
        if (grammar.postgres && parts.size() > 1 && parts.getFirst().equalsIgnoreCase("pg_catalog")) {
            parts.removeFirst();
        }
        return calls.rest(position, String.join(".", parts));
    }

    /** Whether a query begins here, and not a column called like one of its words. */
    boolean atQuery() {
        return (cursor.looksAt("SELECT")
                        || cursor.looksAt("WITH")
                        || cursor.looksAt("FROM")
                        || cursor.looksAt("EXPLAIN")
                        || grammar.postgres && (cursor.looksAt("VALUES") || cursor.looksAt("TABLE")))
                && !ExpressionParser.endsExpression(
                        cursor.kindAt(1) == TokenKind.ASTERISK
                                ? TokenKind.BARE_WORD
                                : cursor.kindAt(1) == TokenKind.PLUS ? TokenKind.BARE_WORD : cursor.kindAt(1));
    }

    /** What stands in round brackets: a query, an expression or a tuple. */
    private Expr round(Position position) {
        cursor.advance();
        if (cursor.take(TokenKind.CLOSING_ROUND)) {
            return new FunctionCall(position, "tuple", List.of());
        }
        if (atQuery()) {
            Query query = grammar.queries.query();
            cursor.need(TokenKind.CLOSING_ROUND);
            return new Expr.Subquery(position, query);
        }
        Optional<List<LiteralValue>> plain = literals.takePlainList(TokenKind.CLOSING_ROUND);
        if (plain.isPresent()) {
            cursor.advance();
            List<LiteralValue> values = plain.get();
            return new Literal(position, values.size() == 1 ? values.getFirst() : new LiteralValue.TupleValue(values));
        }
        ArrayList<Expr> elements = new ArrayList<>();
        elements.add(expressions.element());
        if (elements.getFirst() instanceof Expr.Subquery first && grammar.queries.atCombination()) {
            // What looked like an expression in brackets was the first query of a UNION.
            Query query = grammar.queries.combination(first.query());
            cursor.need(TokenKind.CLOSING_ROUND);
            return new Expr.Subquery(position, query);
        }
        boolean trailingComma = false;
        while (cursor.take(TokenKind.COMMA)) {
            if (cursor.kind() == TokenKind.CLOSING_ROUND) {
                trailingComma = true;
                break;
            }
            elements.add(expressions.element());
        }
        cursor.need(TokenKind.CLOSING_ROUND);
        if (elements.size() == 1 && !trailingComma) {
            return elements.getFirst();
        }
        if (elements.size() == 1) {
            return new FunctionCall(position, "tuple", elements);
        }
        return literalElements(elements)
                .<Expr>map(values -> new Literal(position, new LiteralValue.TupleValue(values)))
                .orElseGet(() -> FunctionCall.operator(position, "tuple", elements));
    }

    private Expr array(Position position) {
        cursor.advance();
        if (cursor.take(TokenKind.CLOSING_SQUARE)) {
            return new Literal(position, new LiteralValue.ArrayValue(List.of()));
        }
        Optional<List<LiteralValue>> plain = literals.takePlainList(TokenKind.CLOSING_SQUARE);
        if (plain.isPresent()) {
            cursor.advance();
            return new Literal(position, new LiteralValue.ArrayValue(plain.get()));
        }
        List<Expr> elements = expressions.elements();
        cursor.need(TokenKind.CLOSING_SQUARE);
        return literalElements(elements)
                .<Expr>map(values -> new Literal(position, new LiteralValue.ArrayValue(values)))
                .orElseGet(() -> FunctionCall.operator(position, "array", elements));
    }

    private static Optional<List<LiteralValue>> literalElements(List<Expr> elements) {
        ArrayList<LiteralValue> values = new ArrayList<>(elements.size());
        for (Expr element : elements) {
            if (!(element instanceof Literal literal)) {
                return Optional.empty();
            }
            values.add(literal.value());
        }
        return Optional.of(values);
    }

    private Expr parameter(Position position) {
        Optional<String> identifier = literals.takeIdentifier();
        if (identifier.isPresent()) {
            return new Identifier(position, List.of(identifier.get()));
        }
        cursor.need(TokenKind.OPENING_CURLY);
        if (cursor.kind() != TokenKind.BARE_WORD) {
            throw cursor.failure("substitution name (identifier)");
        }
        // Its name is no identifier: it may begin with a digit or a dollar sign.
        String name = cursor.tokenText();
        cursor.advance();
        cursor.need(TokenKind.COLON);
        String type = grammar.types.need();
        cursor.need(TokenKind.CLOSING_CURLY);
        return new Expr.QueryParameter(position, name, type);
    }

    private Expr globalVariable(Position position) {
        cursor.advance();
        StringBuilder name = new StringBuilder(literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            name.append('.').append(literals.needIdentifier());
        }
        Literal variable = new Literal(position, LiteralValue.StringValue.of(name.toString()));
        return new Expr.Alias(position, new FunctionCall(position, "globalVariable", List.of(variable)), "@@" + name);
    }

    /** {@code = ANY (SELECT ..)} and {@code != ALL (SELECT ..)} are IN and NOT IN; the others compare with the extreme. */
    Optional<Expr> takeQuantified(Expr left, String comparison) {
        boolean all = cursor.looksAt("ALL");
        boolean quantified = (all || cursor.looksAt("ANY") || cursor.looksAt("SOME"))
                && cursor.kindAt(1) == TokenKind.OPENING_ROUND
                && (cursor.looksAt(2, "SELECT") || cursor.looksAt(2, "WITH"));
        if (!quantified) {
            return grammar.postgres ? postgresForms.takeQuantified(left, comparison) : Optional.empty();
        }
        cursor.moveTo(cursor.index() + 2);
        Expr subquery = new Expr.Subquery(cursor.position(), grammar.queries.query());
        cursor.need(TokenKind.CLOSING_ROUND);
        return Optional.of(QuantifiedComparison.of(left, comparison, all, subquery));
    }
}
