package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Query.GroupBy;
import io.millrace.sql.ast.Query.Limit;
import io.millrace.sql.ast.Query.LimitBy;
import io.millrace.sql.ast.Query.Operator;
import io.millrace.sql.ast.Query.OrderBy;
import io.millrace.sql.ast.Query.Select;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Window;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses SELECT and its combinations by UNION, EXCEPT and INTERSECT. */
final class QueryParser {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 10;

    private final Grammar grammar;
    private final Cursor cursor;
    private final WindowParser windows;

    /** Whether the query read last stood in brackets, so that what follows is not its own. */
    private boolean lastIsBracketed;

    QueryParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.windows = new WindowParser(grammar);
    }

    WindowParser windows() {
        return windows;
    }

    /** A query with all that is combined with it. */
    Query query() {
        cursor.enter(DEPTH_STEPS);
        Query query = combination(single());
        cursor.leave(DEPTH_STEPS);
        return query;
    }

    /** Whether a query begins here, perhaps in brackets. */
    boolean atQuery() {
        int distance = 0;
        while (cursor.kindAt(distance) == TokenKind.OPENING_ROUND) {
            distance++;
        }
        return cursor.looksAt(distance, "SELECT")
                || cursor.looksAt(distance, "WITH")
                || cursor.looksAt(distance, "FROM")
                || grammar.postgres && (cursor.looksAt(distance, "VALUES") || cursor.looksAt(distance, "TABLE"));
    }

    /** Whether the query just read goes on. */
    boolean atCombination() {
        return cursor.atKeyword("UNION") || cursor.atKeyword("EXCEPT") || cursor.atKeyword("INTERSECT");
    }

    /** The query that begins with the one already read. INTERSECT binds first, the others from left to right. */
    Query combination(Query first) {
        Query left = intersection(first);
        int height = 0;
        while (true) {
            Operator operator;
            if (cursor.takeKeyword("UNION")) {
                operator = mode(Operator.UNION, Operator.UNION_ALL, Operator.UNION_DISTINCT);
            } else if (cursor.takeKeyword("EXCEPT")) {
                operator = mode(Operator.EXCEPT, Operator.EXCEPT_ALL, Operator.EXCEPT_DISTINCT);
            } else {
                return grammar.postgres && left != first && !lastIsBracketed
                        ? PostgresForms.orderedAsWhole(left)
                        : left;
            }
            ArrayList<Query> queries = new ArrayList<>(List.of(left));
            queries.add(intersection(single()));
            String words = operator.sql();
            while (operator.ordinal() <= Operator.UNION_DISTINCT.ordinal() && sameAgain(operator, words)) {
                queries.add(intersection(single()));
            }
            left = new Query.Combined(first.position(), operator, queries);
            if (++height > cursor.options().maxTreeDepth()) {
                throw Grammar.tooDeepTree(cursor.options().maxTreeDepth());
            }
        }
    }

    private boolean sameAgain(Operator operator, String words) {
        if (operator == Operator.UNION && (cursor.looksAt("UNION ALL") || cursor.looksAt("UNION DISTINCT"))) {
            return false;
        }
        return cursor.takeKeyword(words);
    }

    private Query intersection(Query first) {
        Query left = first;
        int height = 0;
        while (cursor.takeKeyword("INTERSECT")) {
            Operator operator = mode(Operator.INTERSECT, Operator.INTERSECT_ALL, Operator.INTERSECT_DISTINCT);
            left = new Query.Combined(first.position(), operator, List.of(left, single()));
            if (++height > cursor.options().maxTreeDepth()) {
                throw Grammar.tooDeepTree(cursor.options().maxTreeDepth());
            }
        }
        return left;
    }

    private Operator mode(Operator plain, Operator all, Operator distinct) {
        if (cursor.takeKeyword("ALL")) {
            return all;
        }
        return cursor.takeKeyword("DISTINCT") ? distinct : plain;
    }

    private Query single() {
        boolean bracketed = cursor.kind() == TokenKind.OPENING_ROUND;
        Query query = operand();
        lastIsBracketed = bracketed;
        return query;
    }

    private Query operand() {
        if (cursor.take(TokenKind.OPENING_ROUND)) {
            Query query = query();
            cursor.need(TokenKind.CLOSING_ROUND);
            return query;
        }
        if (grammar.postgres && cursor.takeKeyword("VALUES")) {
            return ordered(new PostgresForms(grammar, grammar.expressions.primaries()).values());
        }
        if (grammar.postgres && cursor.takeKeyword("TABLE")) {
            Expr all = new Expr.Asterisk(cursor.position(), Optional.empty(), List.of());
            FromItem table = new FromItem.Table(grammar.needTableName(), FromItem.Modifiers.NONE);
            return clauses(
                    cursor.position(),
                    List.of(),
                    false,
                    Query.Distinct.NONE,
                    Optional.empty(),
                    Limit.NONE,
                    List.of(all),
                    Optional.of(table));
        }
        return select();
    }

    /** {@code VALUES (1), (2) ORDER BY 1 LIMIT 1}: as if the rows stood behind FROM. */
    private Query ordered(Query rows) {
        if (!cursor.looksAt("ORDER")
                && !cursor.looksAt("LIMIT")
                && !cursor.looksAt("OFFSET")
                && !cursor.looksAt("FETCH")) {
            return rows;
        }
        Position position = rows.position();
        Expr all = new Expr.Asterisk(position, Optional.empty(), List.of());
        FromItem from = new FromItem.Derived(position, rows, FromItem.Modifiers.NONE);
        return clauses(
                position,
                List.of(),
                false,
                Query.Distinct.NONE,
                Optional.empty(),
                Limit.NONE,
                List.of(all),
                Optional.of(from));
    }

    private Select select() {
        cursor.countElement();
        Position position = cursor.position();
        List<Query.With> with = List.of();
        boolean recursive = false;
        if (cursor.takeKeyword("WITH")) {
            recursive = cursor.looksAt("RECURSIVE")
                            && cursor.kindAt(1) == TokenKind.BARE_WORD
                            && !cursor.looksAt(1, "AS")
                            && cursor.takeKeyword("RECURSIVE")
                    || cursor.looksAt("RECURSIVE")
                            && cursor.kindAt(1) == TokenKind.QUOTED_IDENTIFIER
                            && cursor.takeKeyword("RECURSIVE");
            with = new WithParser(grammar).list();
        }
        Optional<FromItem> from =
                cursor.takeKeyword("FROM") ? Optional.of(grammar.from.fromClause()) : Optional.empty();
        if (from.isPresent() && !cursor.looksAt("SELECT")) {
            // FROM t is FROM t SELECT *.
            Expr all = new Expr.Asterisk(position, Optional.empty(), List.of());
            return clauses(
                    position, with, recursive, Query.Distinct.NONE, Optional.empty(), Limit.NONE, List.of(all), from);
        }
        cursor.needKeyword("SELECT");
        Query.Distinct distinct = Query.Distinct.NONE;
        Optional<LimitBy> distinctOn = Optional.empty();
        if (cursor.takeKeyword("DISTINCT ON")) {
            cursor.need(TokenKind.OPENING_ROUND);
            LiteralValue one = LiteralValue.IntegerValue.of(1);
            distinctOn = Optional.of(new LimitBy(
                    new Expr.Literal(cursor.position(), one), Optional.empty(), grammar.expressions.elements(), false));
            cursor.need(TokenKind.CLOSING_ROUND);
        } else if (cursor.looksAt("DISTINCT") && cursor.kindAt(1) != TokenKind.COMMA) {
            cursor.advance();
            distinct = Query.Distinct.DISTINCT;
        } else if (cursor.looksAt("ALL") && !ExpressionParser.endsExpression(cursor.kindAt(1))) {
            cursor.advance();
        }
        Limit top = top();
        List<Expr> columns = selectList();
        return clauses(position, with, recursive, distinct, distinctOn, top, columns, from);
    }

    private Limit top() {
        if (!cursor.looksAt("TOP")
                || cursor.kindAt(1) != TokenKind.NUMBER && cursor.kindAt(1) != TokenKind.OPENING_ROUND) {
            return Limit.NONE;
        }
        cursor.advance();
        Expr limit = grammar.expressions.operand();
        return new Limit(Optional.of(limit), Optional.empty(), cursor.takeKeyword("WITH TIES"));
    }

    /** The names of {@code WITH}, in front of whatever follows. */
    List<Query.With> takeWith() {
        cursor.needKeyword("WITH");
        if (cursor.looksAt("RECURSIVE") && !cursor.looksAt(1, "AS")) {
            cursor.advance();
        }
        return new WithParser(grammar).list();
    }

    private List<Expr> selectList() {
        ArrayList<Expr> list = new ArrayList<>();
        do {
            if (!list.isEmpty() && endsSelectList()) {
                break;
            }
            list.add(grammar.expressions.selectElement());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    /** Behind a comma: the list may end with one. */
    private boolean endsSelectList() {
        return switch (cursor.kind()) {
            case END, SEMICOLON, CLOSING_ROUND -> true;
            case BARE_WORD -> cursor.looksAt("FROM") && !ExpressionParser.endsExpression(cursor.kindAt(1));
            default -> false;
        };
    }

    private Select clauses(
            Position position,
            List<Query.With> with,
            boolean recursive,
            Query.Distinct distinct,
            Optional<LimitBy> distinctOn,
            Limit top,
            List<Expr> columns,
            Optional<FromItem> givenFrom) {
        Optional<FromItem> from = givenFrom;
        if (from.isEmpty() && cursor.takeKeyword("FROM")) {
            from = Optional.of(grammar.from.fromClause());
        } else if (from.isEmpty()) {
            from = grammar.from.arrayJoins(Optional.empty());
        }
        Optional<Expr> prewhere = clause("PREWHERE");
        Optional<Expr> where = clause("WHERE");
        GroupBy groupBy = groupBy();
        Optional<Expr> having = clause("HAVING");
        List<Window.Definition> definitions = cursor.takeKeyword("WINDOW") ? windows.definitions() : List.of();
        Optional<Expr> qualify = clause("QUALIFY");
        OrderBy orderBy = grammar.order.orderBy();
        LimitParser.Limits limits = new LimitParser(grammar).limits(distinctOn, top, orderBy);
        List<SettingChange> settings = cursor.takeKeyword("SETTINGS") ? grammar.needSettings() : List.of();
        return new Select(
                position,
                with,
                recursive,
                distinct,
                columns,
                from,
                prewhere,
                where,
                groupBy,
                having,
                definitions,
                qualify,
                orderBy,
                limits.by(),
                limits.limit(),
                settings);
    }

    private Optional<Expr> clause(String keyword) {
        return cursor.takeKeyword(keyword) ? Optional.of(grammar.expressions.element()) : Optional.empty();
    }

    private GroupBy groupBy() {
        Query.GroupKeys keys = new Query.NoKeys();
        boolean rollup = false;
        boolean cube = false;
        boolean totals = false;
        if (cursor.takeKeyword("GROUP BY")) {
            if (cursor.takeKeyword("GROUPING SETS")) {
                keys = groupingSets();
            } else if (cursor.looksAt("ALL") && ExpressionParser.endsExpression(cursor.kindAt(1))
                    || cursor.looksAt("ALL") && cursor.kindAt(1) == TokenKind.BARE_WORD) {
                cursor.advance();
                keys = new Query.AllKeys();
            } else {
                rollup = cursor.looksAt("ROLLUP") && cursor.kindAt(1) == TokenKind.OPENING_ROUND;
                cube = cursor.looksAt("CUBE") && cursor.kindAt(1) == TokenKind.OPENING_ROUND;
                if (rollup || cube) {
                    cursor.moveTo(cursor.index() + 2);
                    keys = new Query.KeyList(grammar.expressions.elements());
                    cursor.need(TokenKind.CLOSING_ROUND);
                } else {
                    keys = new Query.KeyList(grammar.expressions.elements());
                }
            }
        }
        while (true) {
            if (cursor.takeKeyword("WITH ROLLUP")) {
                rollup = true;
            } else if (cursor.takeKeyword("WITH CUBE")) {
                cube = true;
            } else if (cursor.takeKeyword("WITH TOTALS")) {
                totals = true;
            } else {
                return new GroupBy(keys, rollup, cube, totals);
            }
        }
    }

    private Query.GroupingSets groupingSets() {
        cursor.need(TokenKind.OPENING_ROUND);
        ArrayList<List<Expr>> sets = new ArrayList<>();
        do {
            if (cursor.take(TokenKind.OPENING_ROUND)) {
                if (cursor.take(TokenKind.CLOSING_ROUND)) {
                    sets.add(List.of());
                } else {
                    sets.add(List.copyOf(grammar.expressions.elements()));
                    cursor.need(TokenKind.CLOSING_ROUND);
                }
            } else {
                sets.add(List.of(grammar.expressions.element()));
            }
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return new Query.GroupingSets(sets);
    }
}
