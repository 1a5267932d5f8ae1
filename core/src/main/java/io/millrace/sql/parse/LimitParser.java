package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Query.Limit;
import io.millrace.sql.ast.Query.LimitBy;
import io.millrace.sql.ast.Query.OrderBy;
import io.millrace.sql.lexer.TokenKind;
import java.util.List;
import java.util.Optional;

/** Parses what ends a SELECT: LIMIT BY, LIMIT, OFFSET, FETCH and PostgreSQL's row locks. */
final class LimitParser {
    private final Grammar grammar;
    private final Cursor cursor;

    LimitParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** LIMIT BY and LIMIT while they are read. */
    static final class Limits {
        private Optional<LimitBy> by;
        private Limit limit;

        private Limits(Optional<LimitBy> by, Limit limit) {
            this.by = by;
            this.limit = limit;
        }

        Optional<LimitBy> by() {
            return by;
        }

        Limit limit() {
            return limit;
        }
    }

    /**
     * Reads what stands at the end of a SELECT.
     *
     * @param distinctOn what DISTINCT ON makes of LIMIT BY
     * @param top the limit that TOP has given already
     */
    Limits limits(Optional<LimitBy> distinctOn, Limit top, OrderBy orderBy) {
        Limits limits = new Limits(distinctOn, top);
        if (grammar.postgres) {
            cursor.takeKeyword("LIMIT ALL");
        }
        if (cursor.takeKeyword("LIMIT")) {
            limit(limits);
            if (limits.by.isPresent() && limits.limit.limit().isEmpty() && cursor.takeKeyword("LIMIT")) {
                limit(limits);
            }
        }
        if (limits.limit.offset().isEmpty() && cursor.takeKeyword("OFFSET")) {
            Expr offset = grammar.expressions.expression();
            if (!cursor.takeKeyword("ROWS")) {
                cursor.takeKeyword("ROW");
            }
            limits.limit = new Limit(limits.limit.limit(), Optional.of(offset), limits.limit.withTies());
        }
        if (limits.limit.limit().isEmpty() && cursor.takeKeyword("FETCH")) {
            fetch(limits, orderBy);
        }
        if (grammar.postgres && cursor.looksAt("FOR")) {
            rowLocks();
        }
        return limits;
    }

    /** {@code FOR UPDATE OF t NOWAIT} and the like: rows are never locked. */
    private void rowLocks() {
        while (cursor.takeKeyword("FOR")) {
            for (String words : List.of("NO KEY UPDATE", "KEY SHARE", "UPDATE", "SHARE")) {
                cursor.takeKeyword(words);
            }
            if (cursor.takeKeyword("OF")) {
                do {
                    grammar.needTableName();
                } while (cursor.take(TokenKind.COMMA));
            }
            if (!cursor.takeKeyword("NOWAIT")) {
                cursor.takeKeyword("SKIP LOCKED");
            }
        }
    }

    /** {@code n}, {@code m, n} or {@code n OFFSET m}, and whether it is a LIMIT BY. */
    private void limit(Limits limits) {
        Expr first = grammar.expressions.expression();
        Optional<Expr> offset = Optional.empty();
        if (cursor.take(TokenKind.COMMA)) {
            offset = Optional.of(first);
            first = grammar.expressions.expression();
        } else if (cursor.takeKeyword("OFFSET")) {
            offset = Optional.of(grammar.expressions.expression());
        }
        boolean withTies = cursor.takeKeyword("WITH TIES");
        if (!withTies && limits.by.isEmpty() && cursor.takeKeyword("BY")) {
            boolean all = cursor.looksAt("ALL")
                    && (ExpressionParser.endsExpression(cursor.kindAt(1)) || cursor.kindAt(1) == TokenKind.BARE_WORD)
                    && cursor.takeKeyword("ALL");
            List<Expr> expressions = all ? List.of() : grammar.expressions.elements();
            limits.by = Optional.of(new LimitBy(first, offset, expressions, all));
            return;
        }
        limits.limit = new Limit(Optional.of(first), offset, withTies);
    }

    private void fetch(Limits limits, OrderBy orderBy) {
        if (!grammar.postgres
                && orderBy.keys() instanceof Query.OrderList(List<OrderElement> elements)
                && elements.isEmpty()) {
            throw new DbException(ErrorCode.SYNTAX_ERROR, "Can not use OFFSET FETCH clause without ORDER BY");
        }
        if (!cursor.takeKeyword("FIRST")) {
            cursor.needKeyword("NEXT");
        }
        Expr limit = grammar.postgres && (cursor.looksAt("ROW") || cursor.looksAt("ROWS"))
                ? new Expr.Literal(cursor.position(), LiteralValue.IntegerValue.of(1))
                : grammar.expressions.operand();
        if (!cursor.takeKeyword("ROWS")) {
            cursor.needKeyword("ROW");
        }
        boolean withTies = cursor.takeKeyword("WITH TIES");
        if (!withTies) {
            cursor.needKeyword("ONLY");
        }
        limits.limit = new Limit(Optional.of(limit), limits.limit.offset(), withTies);
    }
}
