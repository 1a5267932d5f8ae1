package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the grammar over one cursor, and the small pieces that all of them share. */
final class Grammar {
    final Cursor cursor;
    final Literals literals;
    final TypeNames types;
    final boolean postgres;
    final ExpressionParser expressions;
    final QueryParser queries;
    final FromParser from;
    final OrderParser order;
    final AliasParser aliases;

    Grammar(Cursor cursor) {
        this.cursor = cursor;
        postgres = cursor.options().dialect().isPostgres();
        literals = new Literals(cursor);
        types = new TypeNames(cursor, literals);
        expressions = new ExpressionParser(this);
        queries = new QueryParser(this);
        from = new FromParser(this);
        order = new OrderParser(this);
        aliases = new AliasParser(this);
    }

    /** {@code db.t} or {@code t}. */
    TableName needTableName() {
        cursor.expected("table name");
        Position position = cursor.position();
        String first = literals.needIdentifier();
        if (cursor.take(TokenKind.DOT)) {
            return new TableName(position, Optional.of(first), literals.needIdentifier());
        }
        return new TableName(position, Optional.empty(), first);
    }

    /** {@code a = 1, b = DEFAULT, c}. */
    List<SettingChange> needSettings() {
        ArrayList<SettingChange> settings = new ArrayList<>();
        do {
            settings.add(needSetting());
        } while (cursor.take(TokenKind.COMMA));
        return settings;
    }

    SettingChange needSetting() {
        StringBuilder name = new StringBuilder(literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            name.append('.').append(literals.needIdentifier());
        }
        if (!cursor.take(TokenKind.EQUALS)) {
            // SET flag is SET flag = true.
            return new SettingChange(name.toString(), Optional.of(new LiteralValue.BoolValue(true)));
        }
        if (cursor.takeKeyword("DEFAULT")) {
            return new SettingChange(name.toString(), Optional.empty());
        }
        return new SettingChange(name.toString(), Optional.of(literals.needSettingValue()));
    }

    Partition needPartition() {
        if (cursor.takeKeyword("ID")) {
            return new Partition.ById(expressions.operand());
        }
        if (cursor.takeKeyword("ALL")) {
            return new Partition.All();
        }
        return new Partition.ByValue(expressions.operand());
    }

    /** {@code words partition}, where the words are PARTITION or IN PARTITION. */
    Optional<Partition> takePartition(String words) {
        return cursor.takeKeyword(words) ? Optional.of(needPartition()) : Optional.empty();
    }

    static DbException tooDeepTree(int limit) {
        return new DbException(ErrorCode.TOO_DEEP_AST, "AST is too deep. Maximum: " + limit);
    }
}
