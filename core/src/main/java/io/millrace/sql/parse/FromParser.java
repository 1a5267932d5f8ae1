package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.FromItem.JoinKind;
import io.millrace.sql.ast.FromItem.Locality;
import io.millrace.sql.ast.FromItem.Strictness;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Parses what stands behind FROM: tables, table functions, subqueries, joins, array joins. */
final class FromParser {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 5;

    private final Grammar grammar;
    private final Cursor cursor;

    FromParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    FromItem fromClause() {
        FromItem left = tableExpression();
        int height = 0;
        while (true) {
            Optional<FromItem> next = arrayJoin(Optional.of(left)).or(join(left));
            if (next.isEmpty()) {
                return left;
            }
            left = next.get();
            cursor.countElement();
            if (++height > cursor.options().maxTreeDepth()) {
                throw Grammar.tooDeepTree(cursor.options().maxTreeDepth());
            }
        }
    }

    /** ARRAY JOIN without FROM. */
    Optional<FromItem> arrayJoins(Optional<FromItem> input) {
        Optional<FromItem> item = arrayJoin(input);
        while (item.isPresent() && (cursor.looksAt("ARRAY JOIN") || cursor.looksAt("LEFT ARRAY JOIN"))) {
            item = arrayJoin(item);
        }
        return item;
    }

    private Optional<FromItem> arrayJoin(Optional<FromItem> input) {
        Position position = cursor.position();
        boolean left = cursor.takeKeyword("LEFT ARRAY JOIN");
        if (!left && !cursor.takeKeyword("ARRAY JOIN") && !cursor.takeKeyword("INNER ARRAY JOIN")) {
            return Optional.empty();
        }
        ArrayList<Expr> expressions = new ArrayList<>();
        do {
            expressions.add(grammar.expressions.selectElement());
        } while (cursor.take(TokenKind.COMMA));
        return Optional.of(new FromItem.ArrayJoin(position, input, left, expressions));
    }

    private Supplier<Optional<FromItem>> join(FromItem left) {
        return () -> takeJoin(left);
    }

    private Optional<FromItem> takeJoin(FromItem left) {
        Position position = left.position();
        if (cursor.take(TokenKind.COMMA)) {
            return Optional.of(new FromItem.Join(
                    position,
                    left,
                    tableExpression(),
                    JoinKind.COMMA,
                    Strictness.DEFAULT,
                    Locality.UNSPECIFIED,
                    new FromItem.NoCondition()));
        }
        int begin = cursor.index();
        Locality locality = cursor.takeKeyword("GLOBAL")
                ? Locality.GLOBAL
                : cursor.takeKeyword("LOCAL") ? Locality.LOCAL : Locality.UNSPECIFIED;
        if (cursor.takeKeyword("PASTE JOIN")) {
            return Optional.of(new FromItem.Join(
                    position,
                    left,
                    tableExpression(),
                    JoinKind.PASTE,
                    Strictness.DEFAULT,
                    locality,
                    new FromItem.NoCondition()));
        }
        boolean natural = cursor.takeKeyword("NATURAL");
        Strictness strictness = strictness();
        JoinKind kind = kind();
        if (strictness == Strictness.DEFAULT) {
            strictness = strictness();
        }
        if (!cursor.takeKeyword("JOIN")) {
            cursor.moveTo(begin);
            return Optional.empty();
        }
        FromItem right = tableExpression();
        FromItem.JoinCondition condition;
        if (natural) {
            condition = new FromItem.Natural();
        } else if (kind == JoinKind.CROSS) {
            condition = new FromItem.NoCondition();
        } else if (cursor.takeKeyword("USING")) {
            condition = new FromItem.Using(usingColumns());
        } else if (cursor.takeKeyword("ON")) {
            condition = new FromItem.On(grammar.expressions.element());
        } else {
            throw cursor.failure();
        }
        return Optional.of(new FromItem.Join(position, left, right, kind, strictness, locality, condition));
    }

    private Strictness strictness() {
        if (cursor.takeKeyword("ANY")) {
            return Strictness.ANY;
        }
        if (cursor.takeKeyword("ALL")) {
            return Strictness.ALL;
        }
        if (cursor.takeKeyword("ASOF")) {
            return Strictness.ASOF;
        }
        if (cursor.takeKeyword("SEMI")) {
            return Strictness.SEMI;
        }
        return cursor.takeKeyword("ANTI") || cursor.takeKeyword("ONLY") ? Strictness.ANTI : Strictness.DEFAULT;
    }

    private JoinKind kind() {
        if (cursor.takeKeyword("INNER")) {
            return JoinKind.INNER;
        }
        if (cursor.takeKeyword("CROSS")) {
            return JoinKind.CROSS;
        }
        JoinKind kind;
        if (cursor.takeKeyword("LEFT")) {
            kind = JoinKind.LEFT;
        } else if (cursor.takeKeyword("RIGHT")) {
            kind = JoinKind.RIGHT;
        } else if (cursor.takeKeyword("FULL")) {
            kind = JoinKind.FULL;
        } else {
            return JoinKind.INNER;
        }
        cursor.takeKeyword("OUTER");
        return kind;
    }

    private List<Expr> usingColumns() {
        if (!cursor.take(TokenKind.OPENING_ROUND)) {
            return grammar.expressions.elements();
        }
        List<Expr> columns = grammar.expressions.elements();
        cursor.need(TokenKind.CLOSING_ROUND);
        return columns;
    }

    /** A table, a table function, a subquery, or joins in brackets, which are a subquery of all their columns. */
    FromItem tableExpression() {
        cursor.enter(DEPTH_STEPS);
        if (grammar.postgres && !cursor.takeKeyword("LATERAL") && cursor.kindAt(1) == TokenKind.BARE_WORD) {
            cursor.takeKeyword("ONLY");
        }
        cursor.expected(List.of("table", "table function", "subquery or list of joined tables"));
        FromItem item = cursor.kind() == TokenKind.OPENING_ROUND ? brackets() : named();
        cursor.leave(DEPTH_STEPS);
        return item;
    }

    private FromItem brackets() {
        Position position = cursor.position();
        int begin = cursor.index();
        if (cursor.looksAt(1, "EXPLAIN") && cursor.kindAt(2) == TokenKind.BARE_WORD) {
            return explained(position);
        }
        if (!grammar.postgres && cursor.looksAt(1, "VALUES") && cursor.kindAt(2) == TokenKind.OPENING_ROUND) {
            return rows(position);
        }
        if (grammar.queries.atQuery()) {
            cursor.advance();
            // Brackets may also hold a join whose first table is a subquery: ((SELECT 1) AS a JOIN b ..).
            if (cursor.kind() != TokenKind.OPENING_ROUND) {
                return derived(position, grammar.queries.query());
            }
            FromItem inner = fromClause();
            if (grammar.postgres && inner instanceof FromItem.Join) {
                cursor.need(TokenKind.CLOSING_ROUND);
                return inner;
            }
            if (inner instanceof FromItem.Derived(Position at, Query query, FromItem.Modifiers modifiers)
                    && modifiers.equals(FromItem.Modifiers.NONE)) {
                return derived(position, grammar.queries.combination(query));
            }
            return derived(position, Query.Select.allOf(position, inner));
        }
        cursor.moveTo(begin + 1);
        FromItem joined = fromClause();
        if (grammar.postgres && joined instanceof FromItem.Join) {
            // PostgreSQL's names reach into the brackets
            cursor.need(TokenKind.CLOSING_ROUND);
            return joined;
        }
        return derived(position, Query.Select.allOf(position, joined));
    }

    /** {@code (EXPLAIN kind settings SELECT ..)} is a table function with these three arguments, as in ClickHouse. */
    private FromItem explained(Position position) {
        cursor.advance();
        cursor.takeKeyword("EXPLAIN");
        ExplainHead head = ExplainHead.take(grammar);
        String kind = head.kind() == Statement.ExplainKind.PLAN
                ? ""
                : " " + head.kind().sql();
        String settings = head.settings().stream()
                .map(s -> s.name() + " = " + s.value().map(SqlPrinter::oneLine).orElse("1"))
                .collect(Collectors.joining(", "));
        Query query = grammar.queries.query();
        cursor.need(TokenKind.CLOSING_ROUND);
        List<Expr> arguments = List.of(
                new Expr.Literal(position, LiteralValue.StringValue.of("EXPLAIN" + kind)),
                new Expr.Literal(position, LiteralValue.StringValue.of(settings)),
                new Expr.Subquery(position, query));
        return new FromItem.TableFunction(position, "viewExplain", arguments, List.of(), modifiers());
    }

    /** {@code (VALUES (1, 'a'), (2, 'b'))}: each bracket is a row. */
    private FromItem rows(Position position) {
        cursor.advance();
        cursor.takeKeyword("VALUES");
        ArrayList<Expr> rows = new ArrayList<>();
        do {
            Position row = cursor.position();
            cursor.need(TokenKind.OPENING_ROUND);
            rows.add(Expr.FunctionCall.operator(row, "tuple", grammar.expressions.elements()));
            cursor.need(TokenKind.CLOSING_ROUND);
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return new FromItem.TableFunction(position, "values", rows, List.of(), modifiers());
    }

    private FromItem derived(Position position, Query query) {
        cursor.need(TokenKind.CLOSING_ROUND);
        return new FromItem.Derived(position, query, modifiers());
    }

    private FromItem named() {
        if (isTableFunction()) {
            return withModifiers(tableFunction());
        }
        TableName name = grammar.needTableName();
        if (grammar.postgres && cursor.kind() == TokenKind.DOT && cursor.kindAt(1) != TokenKind.OPENING_ROUND) {
            // database.schema.table: the schema is our database
            cursor.advance();
            name = new TableName(name.position(), Optional.of(name.table()), grammar.literals.needIdentifier());
        }
        if (grammar.postgres
                && cursor.kind() == TokenKind.OPENING_ROUND
                && name.database().isPresent()) {
            return withModifiers(arguments(name.position(), name.table()));
        }
        return new FromItem.Table(name, modifiers());
    }

    private FromItem withModifiers(FromItem.TableFunction function) {
        List<SettingChange> settings = grammar.postgres && cursor.takeKeyword("WITH ORDINALITY")
                ? List.of(new SettingChange("ordinality", Optional.empty()))
                : function.settings();
        return new FromItem.TableFunction(
                function.position(), function.name(), function.arguments(), settings, modifiers());
    }

    boolean isTableFunction() {
        TokenKind kind = cursor.kind();
        return (kind == TokenKind.BARE_WORD || kind == TokenKind.QUOTED_IDENTIFIER)
                && cursor.kindAt(1) == TokenKind.OPENING_ROUND;
    }

    /** {@code name(arguments, SETTINGS a = 1)} without what may follow. */
    FromItem.TableFunction tableFunction() {
        Position position = cursor.position();
        return arguments(position, grammar.literals.needIdentifier());
    }

    private FromItem.TableFunction arguments(Position position, String name) {
        cursor.need(TokenKind.OPENING_ROUND);
        ArrayList<Expr> arguments = new ArrayList<>();
        List<SettingChange> settings = List.of();
        if (!cursor.take(TokenKind.CLOSING_ROUND)) {
            do {
                if (cursor.looksAt("SETTINGS") && cursor.kindAt(1) == TokenKind.BARE_WORD) {
                    cursor.advance();
                    settings = grammar.needSettings();
                    break;
                }
                arguments.add(tableFunctionArgument());
            } while (cursor.take(TokenKind.COMMA));
            if (settings.isEmpty() && cursor.takeKeyword("SETTINGS")) {
                settings = grammar.needSettings();
            }
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return new FromItem.TableFunction(position, name, arguments, settings, FromItem.Modifiers.NONE);
    }

    private Expr tableFunctionArgument() {
        if (cursor.looksAt("SELECT") || cursor.looksAt("WITH") && cursor.kindAt(1) != TokenKind.CLOSING_ROUND) {
            return new Expr.Subquery(cursor.position(), grammar.queries.query());
        }
        return grammar.expressions.element();
    }

    private FromItem.Modifiers modifiers() {
        Optional<String> alias = grammar.aliases.take(true);
        List<String> columns = alias.isPresent() ? columnAliases() : List.of();
        boolean isFinal = cursor.takeKeyword("FINAL");
        Optional<FromItem.Sample> sample = Optional.empty();
        if (cursor.takeKeyword("SAMPLE")) {
            Expr ratio = grammar.expressions.expression();
            Optional<Expr> offset =
                    cursor.takeKeyword("OFFSET") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
            sample = Optional.of(new FromItem.Sample(ratio, offset));
        }
        if (alias.isEmpty() && columns.isEmpty() && !isFinal && sample.isEmpty()) {
            return FromItem.Modifiers.NONE;
        }
        return new FromItem.Modifiers(alias, columns, isFinal, sample);
    }

    private List<String> columnAliases() {
        if (cursor.kind() != TokenKind.OPENING_ROUND) {
            return List.of();
        }
        cursor.advance();
        ArrayList<String> names = new ArrayList<>();
        do {
            names.add(grammar.literals.needIdentifier());
            if (grammar.postgres && cursor.kind() == TokenKind.BARE_WORD) {
                grammar.types.need();
            }
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return names;
    }
}
