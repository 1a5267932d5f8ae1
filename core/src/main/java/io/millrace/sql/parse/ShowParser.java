package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.ShowStatement.Filter;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.ObjectKind;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import java.util.List;
import java.util.Optional;

/** Parses SHOW, DESCRIBE and EXISTS. */
final class ShowParser {
    private static final List<String> LISTS = List.of(
            "USERS",
            "ROLES",
            "CURRENT ROLES",
            "ENABLED ROLES",
            "ROW POLICIES",
            "QUOTAS",
            "QUOTA",
            "SETTINGS PROFILES",
            "PROFILES",
            "ACCESS",
            "CLUSTERS",
            "MERGES",
            "FILESYSTEM CACHES",
            "PRIVILEGES");

    private final Grammar grammar;
    private final Cursor cursor;

    ShowParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The statement behind SHOW. */
    Statement show(Position position) {
        if (cursor.takeKeyword("DATABASES") || cursor.takeKeyword("SCHEMAS")) {
            return new ShowStatement.ShowDatabases(position, filter());
        }
        if (cursor.takeKeyword("PROCESSLIST")) {
            return new ShowStatement.ShowProcessList(position);
        }
        if (cursor.takeKeyword("CREATE")) {
            return create(position);
        }
        if (cursor.takeKeyword("FUNCTIONS")) {
            return new ShowStatement.ShowFunctions(position, filter());
        }
        if (cursor.takeKeyword("ENGINES")) {
            return new ShowStatement.ShowEngines(position);
        }
        if (cursor.takeKeyword("SETTING")) {
            return new ShowStatement.ShowSetting(position, grammar.literals.needIdentifier());
        }
        for (String list : LISTS) {
            if (cursor.takeKeyword(list)) {
                return new ShowStatement.ShowList(position, list);
            }
        }
        boolean changed = cursor.takeKeyword("CHANGED");
        if (cursor.takeKeyword("SETTINGS")) {
            return new ShowStatement.ShowSettings(position, changed, filter());
        }
        return relations(position);
    }

    private Statement relations(Position position) {
        if (cursor.takeKeyword("DICTIONARIES")) {
            return new ShowStatement.ShowTables(position, ObjectKind.DICTIONARY, false, false, database(), filter());
        }
        boolean extended = cursor.takeKeyword("EXTENDED");
        boolean full = cursor.takeKeyword("FULL");
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        if (cursor.takeKeyword("COLUMNS") || cursor.takeKeyword("FIELDS")) {
            TableName table = tableWithDatabase();
            return new ShowStatement.ShowColumns(position, extended, full, table, filter());
        }
        if (cursor.takeKeyword("INDEXES")
                || cursor.takeKeyword("INDEX")
                || cursor.takeKeyword("INDICES")
                || cursor.takeKeyword("KEYS")) {
            TableName table = tableWithDatabase();
            Optional<Expr> where =
                    cursor.takeKeyword("WHERE") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
            return new ShowStatement.ShowIndexes(position, extended, table, where);
        }
        cursor.needKeyword("TABLES");
        return new ShowStatement.ShowTables(position, ObjectKind.TABLE, full, temporary, database(), filter());
    }

    private Optional<String> database() {
        return cursor.takeKeyword("FROM") || cursor.takeKeyword("IN")
                ? Optional.of(grammar.literals.needIdentifier())
                : Optional.empty();
    }

    private TableName tableWithDatabase() {
        if (!cursor.takeKeyword("FROM")) {
            cursor.needKeyword("IN");
        }
        TableName table = grammar.needTableName();
        Optional<String> database = database();
        return database.isPresent() ? new TableName(table.position(), database, table.table()) : table;
    }

    private Filter filter() {
        boolean not = cursor.takeKeyword("NOT");
        boolean caseInsensitive = false;
        Optional<String> pattern = Optional.empty();
        Optional<Expr> where = Optional.empty();
        if (cursor.takeKeyword("ILIKE")) {
            caseInsensitive = true;
            pattern = Optional.of(grammar.literals.needString());
        } else if (cursor.takeKeyword("LIKE")) {
            pattern = Optional.of(grammar.literals.needString());
        } else if (not) {
            throw cursor.failure();
        } else if (cursor.takeKeyword("WHERE")) {
            where = Optional.of(grammar.expressions.expression());
        }
        Optional<Expr> limit =
                cursor.takeKeyword("LIMIT") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
        return new Filter(not, caseInsensitive, pattern, where, limit);
    }

    private Statement create(Position position) {
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        ObjectKind kind = objectKind();
        return new ShowStatement.ShowCreate(position, kind, temporary, grammar.needTableName());
    }

    /** The word for a kind of object, TABLE when there is none. */
    ObjectKind objectKind() {
        for (ObjectKind kind : ObjectKind.values()) {
            TokenKind next = cursor.kindAt(1);
            boolean named = next == TokenKind.BARE_WORD
                    || next == TokenKind.QUOTED_IDENTIFIER
                    || next == TokenKind.OPENING_CURLY;
            if (named && cursor.takeKeyword(kind.sql())) {
                return kind;
            }
        }
        return ObjectKind.TABLE;
    }

    /** The statement behind DESCRIBE. */
    Statement describe(Position position) {
        if (cursor.looksAt("TABLE") && !ExpressionParser.endsExpression(cursor.kindAt(1))) {
            cursor.advance();
        }
        FromItem target = grammar.from.tableExpression();
        return new ShowStatement.Describe(position, target);
    }

    /** The statement behind EXISTS. */
    Statement exists(Position position) {
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        ObjectKind kind = objectKind();
        return new ShowStatement.Exists(position, kind, temporary, grammar.needTableName());
    }
}
