package io.millrace.sql.parse;

import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.DataOffset;
import io.millrace.sql.ast.Statement.FromData;
import io.millrace.sql.ast.Statement.Infile;
import io.millrace.sql.ast.Statement.InsertSource;
import io.millrace.sql.ast.Statement.InsertTarget;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses INSERT up to where its data begins, and never looks at the data. */
final class InsertParser {
    private final Grammar grammar;
    private final Cursor cursor;

    InsertParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The statement behind INSERT. */
    Statement.Insert insert(Position position) {
        cursor.needKeyword("INTO");
        InsertTarget target = target();
        Optional<Expr> partitionBy = Optional.empty();
        if (target instanceof Statement.IntoFunction && cursor.takeKeyword("PARTITION BY")) {
            partitionBy = Optional.of(grammar.expressions.expression());
        }
        List<Expr> columns = columns();
        Optional<Infile> file = Optional.empty();
        if (cursor.takeKeyword("FROM INFILE")) {
            String name = grammar.literals.needString();
            Optional<String> compression =
                    cursor.takeKeyword("COMPRESSION") ? Optional.of(grammar.literals.needString()) : Optional.empty();
            file = Optional.of(new Infile(name, compression));
        }
        ArrayList<SettingChange> settings = new ArrayList<>();
        if (cursor.takeKeyword("SETTINGS")) {
            settings.addAll(grammar.needSettings());
        }
        InsertSource source = source(file, settings);
        return new Statement.Insert(position, target, columns, partitionBy, settings, source);
    }

    private InsertTarget target() {
        TokenKind next = cursor.kindAt(1);
        boolean named =
                next == TokenKind.BARE_WORD || next == TokenKind.QUOTED_IDENTIFIER || next == TokenKind.OPENING_CURLY;
        boolean nextIsClause =
                cursor.looksAt(1, "VALUES") || cursor.looksAt(1, "FORMAT") || cursor.looksAt(1, "SELECT");
        if (cursor.looksAt("TABLE") && named && !nextIsClause) {
            cursor.advance();
        }
        if (cursor.looksAt("FUNCTION") && named && !nextIsClause) {
            cursor.advance();
            return new Statement.IntoFunction(grammar.from.tableFunction());
        }
        return new Statement.IntoTable(grammar.needTableName());
    }

    private List<Expr> columns() {
        if (cursor.kind() != TokenKind.OPENING_ROUND || grammar.queries.atQuery()) {
            cursor.expected("OpeningRoundBracket");
            return List.of();
        }
        cursor.advance();
        ArrayList<Expr> columns = new ArrayList<>();
        do {
            if (!columns.isEmpty() && cursor.kind() == TokenKind.CLOSING_ROUND) {
                break;
            }
            columns.add(column());
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(TokenKind.CLOSING_ROUND);
        return columns;
    }

    private Expr column() {
        Position position = cursor.position();
        Expr column = grammar.expressions.operand();
        return switch (column) {
            case Expr.Identifier name -> name;
            case Expr.Asterisk all when onlyExcept(all.transformers()) -> all;
            case Expr.ColumnsByList list -> list;
            case Expr.ColumnsByPattern pattern -> pattern;
            default -> {
                cursor.expected("column of the table to insert into at byte " + position.offset());
                throw cursor.failure();
            }
        };
    }

    private static boolean onlyExcept(List<ColumnTransformer> transformers) {
        return transformers.stream()
                .allMatch(t -> t instanceof ColumnTransformer.Except || t instanceof ColumnTransformer.ExceptPattern);
    }

    private InsertSource source(Optional<Infile> file, List<SettingChange> settings) {
        if (grammar.postgres && cursor.takeKeyword("VALUES")) {
            PostgresForms forms = new PostgresForms(grammar, grammar.expressions.primaries());
            ArrayList<List<Expr>> rows = new ArrayList<>();
            do {
                rows.add(forms.row());
            } while (cursor.take(TokenKind.COMMA));
            return new Statement.FromRows(rows);
        }
        if (cursor.takeKeyword("VALUES")) {
            return new FromData(Optional.of("Values"), file, new DataOffset(cursor.relative(cursor.previousEnd())));
        }
        if (cursor.takeKeyword("FORMAT")) {
            String format = grammar.literals.needIdentifier();
            if (cursor.looksAt("SETTINGS")
                    && cursor.kindAt(1) == TokenKind.BARE_WORD
                    && cursor.kindAt(2) == TokenKind.EQUALS) {
                cursor.advance();
                settings.addAll(grammar.needSettings());
            }
            return new FromData(Optional.of(format), file, new DataOffset(dataStart()));
        }
        if (grammar.queries.atQuery()) {
            return new Statement.FromQuery(grammar.queries.query());
        }
        cursor.expected(List.of("FROM INFILE", "SETTINGS", "VALUES", "FORMAT", "SELECT", "WITH"));
        if (file.isEmpty()) {
            throw cursor.failure();
        }
        return new FromData(Optional.empty(), file, new DataOffset(cursor.relative(cursor.start())));
    }

    /**
     * Behind the name of a format: blanks up to and with the first line break are no data, and neither is a semicolon that
     * ends the line.
     */
    private int dataStart() {
        return cursor.relative(InlineData.begin(cursor.bytes(), cursor.previousEnd(), cursor.textLength()));
    }
}
