package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.Engine;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.CreateStatement.OrderKey;
import io.millrace.sql.ast.CreateStatement.Storage;
import io.millrace.sql.ast.CreateStatement.TtlElement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses CREATE, REPLACE and ATTACH of tables, views, databases and functions. */
final class CreateParser {
    private final Grammar grammar;
    private final Cursor cursor;
    private final TableElementParser elements;

    CreateParser(Grammar grammar, TableElementParser elements) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.elements = elements;
    }

    /** The statement behind its verb, which has been read. */
    Statement create(Position position, Mode verb) {
        Mode mode = verb;
        if (verb == Mode.CREATE && cursor.takeKeyword("OR REPLACE")) {
            mode = Mode.CREATE_OR_REPLACE;
        }
        if (cursor.takeKeyword("DATABASE")) {
            return database(position, ifNotExists(mode));
        }
        if (cursor.takeKeyword("MATERIALIZED VIEW")) {
            return materializedView(position, ifNotExists(mode));
        }
        if (cursor.takeKeyword("VIEW")) {
            return view(position, ifNotExists(mode));
        }
        if (cursor.takeKeyword("FUNCTION")) {
            return function(position, ifNotExists(mode));
        }
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        cursor.needKeyword("TABLE");
        return table(position, ifNotExists(mode), temporary);
    }

    private Mode ifNotExists(Mode mode) {
        if (mode == Mode.CREATE && cursor.takeKeyword("IF NOT EXISTS")) {
            return Mode.IF_NOT_EXISTS;
        }
        if (mode == Mode.ATTACH && cursor.takeKeyword("IF NOT EXISTS")) {
            return Mode.ATTACH_IF_NOT_EXISTS;
        }
        return mode;
    }

    private Optional<String> uuid() {
        return cursor.takeKeyword("UUID") ? Optional.of(grammar.literals.needString()) : Optional.empty();
    }

    private void skipCluster() {
        if (cursor.takeKeyword("ON CLUSTER") && grammar.literals.takeString().isEmpty()) {
            grammar.literals.needIdentifier();
        }
    }

    private Optional<String> comment() {
        return cursor.takeKeyword("COMMENT") ? Optional.of(grammar.literals.needString()) : Optional.empty();
    }

    private Statement table(Position position, Mode mode, boolean temporary) {
        TableName name = grammar.needTableName();
        Optional<String> uuid = uuid();
        skipCluster();
        boolean attach = mode == Mode.ATTACH || mode == Mode.ATTACH_IF_NOT_EXISTS;
        if (attach && atEnd()) {
            return new Statement.Attach(position, Statement.ObjectKind.TABLE, mode == Mode.ATTACH_IF_NOT_EXISTS, name);
        }
        if (attach && cursor.takeKeyword("FROM")) {
            grammar.literals.needString();
        }
        TableElementParser.Elements list = cursor.kind() == TokenKind.OPENING_ROUND && !grammar.queries.atQuery()
                ? elements.bracketed()
                : TableElementParser.Elements.NONE;
        StorageBuilder storage = new StorageBuilder();
        storage(storage);
        storage.primaryKey = onlyKey(list.primaryKey(), storage.primaryKey);
        Optional<String> comment = comment();
        CreateStatement.TableSource source = source();
        if (!(source instanceof CreateStatement.NoSource)) {
            storage(storage);
        }
        if (comment.isEmpty()) {
            comment = comment();
        }
        return new CreateStatement.CreateTable(
                position, mode, temporary, name, uuid, list.elements(), storage.build(), source, comment);
    }

    /** The primary key may stand among the columns or behind them, but not in both places. */
    private static Optional<Expr> onlyKey(Optional<Expr> amongColumns, Optional<Expr> behind) {
        if (amongColumns.isPresent() && behind.isPresent()) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Multiple primary keys are not allowed");
        }
        return amongColumns.or(() -> behind);
    }

    private boolean atEnd() {
        return cursor.kind() == TokenKind.END
                || cursor.kind() == TokenKind.SEMICOLON
                || cursor.looksAt("FORMAT")
                || cursor.looksAt("SETTINGS")
                || cursor.looksAt("INTO");
    }

    private CreateStatement.TableSource source() {
        if (cursor.takeKeyword("CLONE AS")) {
            return new CreateStatement.LikeTable(grammar.needTableName(), true);
        }
        boolean empty = cursor.takeKeyword("EMPTY AS");
        if (!empty && !cursor.takeKeyword("AS")) {
            return grammar.queries.atQuery()
                    ? new CreateStatement.AsQuery(grammar.queries.query(), false)
                    : new CreateStatement.NoSource();
        }
        if (empty || grammar.queries.atQuery()) {
            return new CreateStatement.AsQuery(grammar.queries.query(), empty);
        }
        if (grammar.from.isTableFunction()) {
            return new CreateStatement.AsTableFunction(grammar.from.tableFunction());
        }
        return new CreateStatement.LikeTable(grammar.needTableName(), false);
    }

    private Statement view(Position position, Mode mode) {
        TableName name = grammar.needTableName();
        Optional<String> uuid = uuid();
        skipCluster();
        TableElementParser.Elements list =
                cursor.kind() == TokenKind.OPENING_ROUND ? elements.bracketed() : TableElementParser.Elements.NONE;
        skipSecurity();
        Optional<String> comment = comment();
        cursor.needKeyword("AS");
        Query query = grammar.queries.query();
        if (comment.isEmpty()) {
            comment = comment();
        }
        return new CreateStatement.CreateView(position, mode, name, uuid, list.elements(), query, comment);
    }

    /** {@code DEFINER = user SQL SECURITY kind} is read and not kept: there is one kind of user so far. */
    private void skipSecurity() {
        if (cursor.takeKeyword("DEFINER")) {
            cursor.take(TokenKind.EQUALS);
            grammar.literals.needIdentifier();
        }
        if (cursor.takeKeyword("SQL SECURITY")) {
            grammar.literals.needIdentifier();
        }
    }

    private Statement materializedView(Position position, Mode mode) {
        TableName name = grammar.needTableName();
        Optional<String> uuid = uuid();
        skipCluster();
        Optional<TableName> target = Optional.empty();
        Optional<String> innerUuid = Optional.empty();
        if (cursor.takeKeyword("TO INNER UUID")) {
            innerUuid = Optional.of(grammar.literals.needString());
        } else if (cursor.takeKeyword("TO")) {
            target = Optional.of(grammar.needTableName());
        }
        TableElementParser.Elements list =
                cursor.kind() == TokenKind.OPENING_ROUND ? elements.bracketed() : TableElementParser.Elements.NONE;
        if (target.isEmpty() && innerUuid.isEmpty() && cursor.takeKeyword("TO")) {
            target = Optional.of(grammar.needTableName());
        }
        StorageBuilder storage = new StorageBuilder();
        storage(storage);
        storage.primaryKey = onlyKey(list.primaryKey(), storage.primaryKey);
        boolean populate = cursor.takeKeyword("POPULATE");
        boolean empty = !populate && cursor.takeKeyword("EMPTY");
        skipSecurity();
        Optional<String> comment = comment();
        cursor.needKeyword("AS");
        Query query = grammar.queries.query();
        if (comment.isEmpty()) {
            comment = comment();
        }
        return new CreateStatement.CreateMaterializedView(
                position,
                mode,
                name,
                uuid,
                target,
                innerUuid,
                list.elements(),
                storage.build(),
                populate,
                empty,
                query,
                comment);
    }

    private Statement database(Position position, Mode mode) {
        String name = grammar.literals.needIdentifier();
        Optional<String> uuid = uuid();
        skipCluster();
        if (mode == Mode.ATTACH && atEnd()) {
            return new Statement.Attach(position, Statement.ObjectKind.DATABASE, false, TableName.of(name));
        }
        Optional<Engine> engine = Optional.empty();
        if (cursor.takeKeyword("ENGINE")) {
            cursor.take(TokenKind.EQUALS);
            engine = Optional.of(engine());
        }
        List<SettingChange> settings = cursor.takeKeyword("SETTINGS") ? grammar.needSettings() : List.of();
        return new CreateStatement.CreateDatabase(position, mode, name, uuid, engine, settings, comment());
    }

    private Statement function(Position position, Mode mode) {
        String name = grammar.literals.needIdentifier();
        skipCluster();
        cursor.needKeyword("AS");
        return new CreateStatement.CreateFunction(position, mode, name, grammar.expressions.expression());
    }

    private Engine engine() {
        StringBuilder name = new StringBuilder(grammar.literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            name.append('.').append(grammar.literals.needIdentifier());
        }
        if (!cursor.take(TokenKind.OPENING_ROUND)) {
            return new Engine(name.toString(), List.of());
        }
        List<Expr> arguments = List.of();
        if (!cursor.take(TokenKind.CLOSING_ROUND)) {
            arguments = grammar.expressions.elements();
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return new Engine(name.toString(), arguments);
    }

    /** The storage clauses while they are read, in any order. */
    private static final class StorageBuilder {
        private Optional<Engine> engine = Optional.empty();
        private Optional<Expr> partitionBy = Optional.empty();
        private Optional<Expr> primaryKey = Optional.empty();
        private Optional<OrderKey> orderBy = Optional.empty();
        private Optional<Expr> sampleBy = Optional.empty();
        private List<TtlElement> ttl = List.of();
        private List<SettingChange> settings = List.of();

        private Storage build() {
            return new Storage(engine, partitionBy, primaryKey, orderBy, sampleBy, ttl, settings);
        }
    }

    private void storage(StorageBuilder storage) {
        while (true) {
            if (storage.engine.isEmpty() && cursor.takeKeyword("ENGINE")) {
                cursor.take(TokenKind.EQUALS);
                storage.engine = Optional.of(engine());
            } else if (storage.partitionBy.isEmpty() && cursor.takeKeyword("PARTITION BY")) {
                storage.partitionBy = Optional.of(grammar.expressions.expression());
            } else if (storage.primaryKey.isEmpty() && cursor.takeKeyword("PRIMARY KEY")) {
                storage.primaryKey = Optional.of(grammar.expressions.expression());
            } else if (storage.orderBy.isEmpty() && cursor.takeKeyword("ORDER BY")) {
                storage.orderBy = Optional.of(orderKey());
            } else if (storage.sampleBy.isEmpty() && cursor.takeKeyword("SAMPLE BY")) {
                storage.sampleBy = Optional.of(grammar.expressions.expression());
            } else if (storage.ttl.isEmpty() && cursor.takeKeyword("TTL")) {
                storage.ttl = ttl();
            } else if (storage.settings.isEmpty() && cursor.takeKeyword("SETTINGS")) {
                storage.settings = grammar.needSettings();
            } else {
                return;
            }
        }
    }

    /** {@code a}, {@code (a, b DESC)} or {@code tuple()}; only a bracketed list may have directions inside. */
    private OrderKey orderKey() {
        int begin = cursor.index();
        if (cursor.take(TokenKind.OPENING_ROUND)) {
            if (cursor.take(TokenKind.CLOSING_ROUND)) {
                return new OrderKey(List.of(), true);
            }
            ArrayList<OrderElement> list = new ArrayList<>();
            do {
                if (!list.isEmpty() && cursor.kind() == TokenKind.CLOSING_ROUND) {
                    break;
                }
                list.add(directed());
            } while (cursor.take(TokenKind.COMMA));
            boolean whole = cursor.take(TokenKind.CLOSING_ROUND) && !continues();
            if (whole) {
                return new OrderKey(list, true);
            }
            cursor.moveTo(begin);
        }
        OrderElement single = directed();
        if (single.expression() instanceof Expr.FunctionCall call
                && call.name().equals("tuple")
                && call.arguments().size() != 1
                && !single.descending()) {
            return new OrderKey(
                    call.arguments().stream().map(OrderElement::ascending).toList(), true);
        }
        return new OrderKey(List.of(single), false);
    }

    /** Whether the bracket just closed was only the beginning of an expression. */
    private boolean continues() {
        return switch (cursor.kind()) {
            case PLUS, MINUS, ASTERISK, SLASH, PERCENT, DOT, OPENING_SQUARE, DOUBLE_COLON, CONCATENATION -> true;
            default -> false;
        };
    }

    private OrderElement directed() {
        Expr expression = grammar.expressions.expression();
        boolean descending = cursor.takeKeyword("DESC") || cursor.takeKeyword("DESCENDING");
        if (!descending && !cursor.takeKeyword("ASC")) {
            cursor.takeKeyword("ASCENDING");
        }
        return new OrderElement(expression, descending, OrderElement.Nulls.DEFAULT, Optional.empty(), Optional.empty());
    }

    List<TtlElement> ttl() {
        ArrayList<TtlElement> list = new ArrayList<>();
        do {
            list.add(ttlElement());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private TtlElement ttlElement() {
        Expr expression = grammar.expressions.expression();
        if (cursor.looksAt("TO DISK") || cursor.looksAt("TO VOLUME")) {
            boolean volume = cursor.takeKeyword("TO VOLUME");
            if (!volume) {
                cursor.needKeyword("TO DISK");
            }
            boolean ifExists = cursor.takeKeyword("IF EXISTS");
            return new TtlElement(
                    expression, new CreateStatement.TtlMove(volume, grammar.literals.needString(), ifExists));
        }
        if (cursor.takeKeyword("RECOMPRESS")) {
            return new TtlElement(expression, new CreateStatement.TtlRecompress(grammar.expressions.operand()));
        }
        if (cursor.takeKeyword("GROUP BY")) {
            return new TtlElement(expression, ttlGroupBy());
        }
        cursor.takeKeyword("DELETE");
        Optional<Expr> where =
                cursor.takeKeyword("WHERE") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
        return new TtlElement(expression, new CreateStatement.TtlDelete(where));
    }

    private CreateStatement.TtlGroupBy ttlGroupBy() {
        ArrayList<Expr> keys = new ArrayList<>();
        do {
            keys.add(grammar.expressions.expression());
        } while (cursor.take(TokenKind.COMMA));
        ArrayList<AlterStatement.Assignment> assignments = new ArrayList<>();
        if (cursor.takeKeyword("SET")) {
            // A comma may also begin the next element of TTL: only "name =" is one more assignment.
            do {
                if (!assignments.isEmpty()) {
                    cursor.advance();
                }
                assignments.add(assignment());
            } while (cursor.kind() == TokenKind.COMMA && cursor.kindAt(2) == TokenKind.EQUALS);
        }
        return new CreateStatement.TtlGroupBy(keys, assignments);
    }

    AlterStatement.Assignment assignment() {
        StringBuilder column = new StringBuilder(grammar.literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            column.append('.').append(grammar.literals.needIdentifier());
        }
        cursor.need(TokenKind.EQUALS);
        return new AlterStatement.Assignment(column.toString(), grammar.expressions.expression());
    }
}
