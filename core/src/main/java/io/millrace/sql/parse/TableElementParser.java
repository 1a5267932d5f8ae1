package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableElement.Column;
import io.millrace.sql.ast.TableElement.ColumnDefault;
import io.millrace.sql.ast.TableElement.DefaultKind;
import io.millrace.sql.ast.TableElement.NullModifier;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses columns, indexes, constraints and projections of a table. */
final class TableElementParser {
    private final Grammar grammar;
    private final Cursor cursor;
    private final ArrayList<Expr> keyColumns = new ArrayList<>();

    TableElementParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What stood in the brackets of CREATE TABLE. */
    record Elements(List<TableElement> elements, Optional<Expr> primaryKey) {
        static final Elements NONE = new Elements(List.of(), Optional.empty());
    }

    Elements bracketed() {
        cursor.need(TokenKind.OPENING_ROUND);
        ArrayList<TableElement> elements = new ArrayList<>();
        Optional<Expr> primaryKey = Optional.empty();
        keyColumns.clear();
        do {
            if (cursor.kind() == TokenKind.CLOSING_ROUND) {
                break;
            }
            if (cursor.looksAt("PRIMARY KEY") && primaryKey.isEmpty()) {
                cursor.takeKeyword("PRIMARY KEY");
                primaryKey = Optional.of(grammar.expressions.expression());
            } else {
                elements.add(element());
            }
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return new Elements(elements, primaryKey.or(this::keyOfColumns));
    }

    /** The columns that were marked PRIMARY KEY each by itself, as one key. */
    private Optional<Expr> keyOfColumns() {
        return keyColumns.isEmpty()
                ? Optional.empty()
                : Optional.of(Expr.FunctionCall.operator(Position.NONE, "tuple", List.copyOf(keyColumns)));
    }

    private TableElement element() {
        boolean named = cursor.kindAt(1) == TokenKind.BARE_WORD || cursor.kindAt(1) == TokenKind.QUOTED_IDENTIFIER;
        if (named && cursor.looksAt("INDEX") && !typeEnds(2)) {
            cursor.advance();
            return index();
        }
        if (named && cursor.looksAt("CONSTRAINT") && !typeEnds(2)) {
            cursor.advance();
            return constraint();
        }
        if (named && cursor.looksAt("PROJECTION") && cursor.kindAt(2) == TokenKind.OPENING_ROUND) {
            cursor.advance();
            return projection();
        }
        return column();
    }

    /** Whether a column definition would end here, so that the word before its name was the column's name. */
    private boolean typeEnds(int distance) {
        TokenKind kind = cursor.kindAt(distance);
        return kind == TokenKind.COMMA || kind == TokenKind.CLOSING_ROUND;
    }

    TableElement.Index index() {
        Position position = cursor.position();
        String name = grammar.literals.needIdentifier();
        Expr expression = grammar.expressions.expression();
        Optional<Expr> type =
                cursor.takeKeyword("TYPE") ? Optional.of(grammar.expressions.operand()) : Optional.empty();
        long granularity = cursor.takeKeyword("GRANULARITY") ? grammar.literals.needUnsigned() : 1;
        return new TableElement.Index(position, name, expression, type, Optional.of(granularity));
    }

    TableElement.Constraint constraint() {
        Position position = cursor.position();
        String name = grammar.literals.needIdentifier();
        boolean assume = cursor.takeKeyword("ASSUME");
        if (!assume) {
            cursor.needKeyword("CHECK");
        }
        return new TableElement.Constraint(position, name, assume, grammar.expressions.expression());
    }

    TableElement.Projection projection() {
        Position position = cursor.position();
        String name = grammar.literals.needIdentifier();
        cursor.need(TokenKind.OPENING_ROUND);
        Query query = grammar.queries.query();
        cursor.need(TokenKind.CLOSING_ROUND);
        List<SettingChange> settings = List.of();
        if (cursor.takeKeyword("WITH SETTINGS")) {
            cursor.need(TokenKind.OPENING_ROUND);
            settings = grammar.needSettings();
            cursor.need(TokenKind.CLOSING_ROUND);
        }
        return new TableElement.Projection(position, name, query, settings);
    }

    /** A column; in ALTER .. MODIFY COLUMN everything but the name may be missing. */
    Column column() {
        Position position = cursor.position();
        StringBuilder name = new StringBuilder(grammar.literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            name.append('.').append(grammar.literals.needIdentifier());
        }
        ColumnDefault defaultValue = defaultValue();
        Optional<String> type = Optional.empty();
        if (defaultValue.kind() == DefaultKind.NONE && !atProperty()) {
            type = Optional.of(grammar.types.need());
        }
        Optional<Expr> collation =
                cursor.takeKeyword("COLLATE") ? Optional.of(grammar.expressions.operand()) : Optional.empty();
        NullModifier nullable = nullModifier();
        if (defaultValue.kind() == DefaultKind.NONE) {
            defaultValue = defaultValue();
        }
        if (nullable == NullModifier.UNSPECIFIED) {
            nullable = nullModifier();
        }
        return properties(position, name.toString(), type, nullable, defaultValue, collation);
    }

    private Column properties(
            Position position,
            String name,
            Optional<String> type,
            NullModifier nullable,
            ColumnDefault defaultValue,
            Optional<Expr> collation) {
        Optional<String> comment = Optional.empty();
        Optional<Expr> codec = Optional.empty();
        List<Expr> statistics = List.of();
        Optional<Expr> ttl = Optional.empty();
        List<SettingChange> settings = List.of();
        boolean key = false;
        while (true) {
            if (comment.isEmpty() && cursor.takeKeyword("COMMENT")) {
                comment = Optional.of(grammar.literals.needString());
            } else if (codec.isEmpty() && cursor.looksAt("CODEC") && cursor.kindAt(1) == TokenKind.OPENING_ROUND) {
                cursor.moveTo(cursor.index() + 2);
                codec = Optional.of(new Expr.FunctionCall(position, "CODEC", grammar.expressions.elements()));
                cursor.need(TokenKind.CLOSING_ROUND);
            } else if (statistics.isEmpty()
                    && cursor.looksAt("STATISTICS")
                    && cursor.kindAt(1) == TokenKind.OPENING_ROUND) {
                cursor.moveTo(cursor.index() + 2);
                statistics = grammar.expressions.elements();
                cursor.need(TokenKind.CLOSING_ROUND);
            } else if (ttl.isEmpty() && cursor.takeKeyword("TTL")) {
                ttl = Optional.of(grammar.expressions.expression());
            } else if (!key && cursor.takeKeyword("PRIMARY KEY")) {
                key = true;
                keyColumns.add(new Expr.Identifier(position, List.of(name)));
            } else if (settings.isEmpty()
                    && cursor.looksAt("SETTINGS")
                    && cursor.kindAt(1) == TokenKind.OPENING_ROUND) {
                cursor.moveTo(cursor.index() + 2);
                settings = grammar.needSettings();
                cursor.need(TokenKind.CLOSING_ROUND);
            } else {
                return new Column(
                        position,
                        name,
                        type,
                        nullable,
                        defaultValue,
                        comment,
                        codec,
                        statistics,
                        ttl,
                        collation,
                        settings);
            }
        }
    }

    private NullModifier nullModifier() {
        if (cursor.takeKeyword("NOT NULL")) {
            return NullModifier.NOT_NULL;
        }
        return cursor.takeKeyword("NULL") ? NullModifier.NULL : NullModifier.UNSPECIFIED;
    }

    private ColumnDefault defaultValue() {
        if (cursor.takeKeyword("DEFAULT")) {
            return new ColumnDefault(DefaultKind.DEFAULT, Optional.of(grammar.expressions.expression()));
        }
        if (cursor.takeKeyword("MATERIALIZED")) {
            return new ColumnDefault(DefaultKind.MATERIALIZED, Optional.of(grammar.expressions.expression()));
        }
        if (cursor.takeKeyword("ALIAS")) {
            return new ColumnDefault(DefaultKind.ALIAS, Optional.of(grammar.expressions.expression()));
        }
        if (cursor.takeKeyword("EPHEMERAL")) {
            boolean bare = cursor.kind() == TokenKind.COMMA
                    || cursor.kind() == TokenKind.CLOSING_ROUND
                    || cursor.kind() == TokenKind.END
                    || atProperty();
            return new ColumnDefault(
                    DefaultKind.EPHEMERAL, bare ? Optional.empty() : Optional.of(grammar.expressions.expression()));
        }
        return cursor.takeKeyword("AUTO_INCREMENT")
                ? new ColumnDefault(DefaultKind.AUTO_INCREMENT, Optional.empty())
                : ColumnDefault.NONE;
    }

    /** Whether a property of the column, or the end of its definition, stands where a type could. */
    private boolean atProperty() {
        return switch (cursor.kind()) {
            case COMMA, CLOSING_ROUND, END, SEMICOLON -> true;
            default ->
                cursor.looksAt("CODEC")
                        || cursor.looksAt("COMMENT")
                        || cursor.looksAt("TTL")
                        || cursor.looksAt("FIRST")
                        || cursor.looksAt("AFTER")
                        || cursor.looksAt("PRIMARY KEY")
                        || cursor.looksAt("NULL")
                        || cursor.looksAt("NOT NULL")
                        || cursor.looksAt("SETTINGS")
                        || cursor.looksAt("STATISTICS");
        };
    }
}
