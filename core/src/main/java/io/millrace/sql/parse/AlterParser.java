package io.millrace.sql.parse;

import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.AlterStatement.Command;
import io.millrace.sql.ast.AlterStatement.ElementKind;
import io.millrace.sql.ast.AlterStatement.Place;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses ALTER TABLE. */
final class AlterParser {
    private static final List<String> PROPERTIES =
            List.of("DEFAULT", "MATERIALIZED", "ALIAS", "COMMENT", "CODEC", "TTL", "SETTINGS");

    private final Grammar grammar;
    private final Cursor cursor;
    private final TableElementParser elements;
    private final CreateParser creates;

    AlterParser(Grammar grammar, TableElementParser elements, CreateParser creates) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.elements = elements;
        this.creates = creates;
    }

    /** The statement behind ALTER. */
    Statement alter(Position position) {
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        cursor.needKeyword("TABLE");
        TableName table = grammar.needTableName();
        if (cursor.takeKeyword("ON CLUSTER")) {
            grammar.literals.needIdentifier();
        }
        ArrayList<Command> commands = new ArrayList<>();
        do {
            if (cursor.take(TokenKind.OPENING_ROUND)) {
                commands.add(command());
                cursor.need(TokenKind.CLOSING_ROUND);
            } else {
                commands.add(command());
            }
        } while (cursor.take(TokenKind.COMMA));
        List<SettingChange> settings = cursor.takeKeyword("SETTINGS") ? grammar.needSettings() : List.of();
        return new AlterStatement(position, temporary, table, commands, settings);
    }

    private Command command() {
        if (cursor.takeKeyword("ADD")) {
            return add();
        }
        if (cursor.takeKeyword("DROP")) {
            return drop();
        }
        if (cursor.takeKeyword("CLEAR")) {
            return clear();
        }
        if (cursor.takeKeyword("MODIFY")) {
            return modify();
        }
        if (cursor.takeKeyword("ALTER COLUMN")) {
            return modifyColumn();
        }
        if (cursor.takeKeyword("RENAME COLUMN")) {
            boolean ifExists = cursor.takeKeyword("IF EXISTS");
            String from = columnName();
            cursor.needKeyword("TO");
            return new AlterStatement.RenameColumn(ifExists, from, columnName());
        }
        if (cursor.takeKeyword("COMMENT COLUMN")) {
            boolean ifExists = cursor.takeKeyword("IF EXISTS");
            return new AlterStatement.CommentColumn(ifExists, columnName(), grammar.literals.needString());
        }
        if (cursor.takeKeyword("MATERIALIZE")) {
            return materialize();
        }
        if (cursor.takeKeyword("REMOVE TTL")) {
            return new AlterStatement.RemoveTtl();
        }
        if (cursor.takeKeyword("REMOVE SAMPLE BY")) {
            return new AlterStatement.RemoveSampleBy();
        }
        if (cursor.takeKeyword("RESET SETTING")) {
            return new AlterStatement.ResetSetting(names());
        }
        if (cursor.takeKeyword("DELETE")) {
            Optional<Partition> partition = grammar.takePartition("IN PARTITION");
            cursor.needKeyword("WHERE");
            return new AlterStatement.DeleteRows(partition, grammar.expressions.expression());
        }
        return cursor.takeKeyword("UPDATE") ? update() : partitionCommand();
    }

    private Command update() {
        List<AlterStatement.Assignment> assignments = assignments();
        Optional<Partition> partition = grammar.takePartition("IN PARTITION");
        cursor.needKeyword("WHERE");
        return new AlterStatement.UpdateRows(assignments, partition, grammar.expressions.expression());
    }

    List<AlterStatement.Assignment> assignments() {
        ArrayList<AlterStatement.Assignment> list = new ArrayList<>();
        do {
            list.add(creates.assignment());
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private Command add() {
        if (cursor.takeKeyword("INDEX")) {
            boolean ifNotExists = cursor.takeKeyword("IF NOT EXISTS");
            TableElement.Index index = elements.index();
            return new AlterStatement.AddIndex(ifNotExists, index, place());
        }
        if (cursor.takeKeyword("PROJECTION")) {
            boolean ifNotExists = cursor.takeKeyword("IF NOT EXISTS");
            TableElement.Projection projection = elements.projection();
            return new AlterStatement.AddProjection(ifNotExists, projection, place());
        }
        if (cursor.takeKeyword("CONSTRAINT")) {
            boolean ifNotExists = cursor.takeKeyword("IF NOT EXISTS");
            return new AlterStatement.AddConstraint(ifNotExists, elements.constraint());
        }
        cursor.needKeyword("COLUMN");
        boolean ifNotExists = cursor.takeKeyword("IF NOT EXISTS");
        TableElement.Column column = elements.column();
        return new AlterStatement.AddColumn(ifNotExists, column, place());
    }

    private Place place() {
        if (cursor.takeKeyword("FIRST")) {
            return new AlterStatement.First();
        }
        return cursor.takeKeyword("AFTER") ? new AlterStatement.After(columnName()) : new AlterStatement.Unplaced();
    }

    private String columnName() {
        StringBuilder name = new StringBuilder(grammar.literals.needIdentifier());
        while (cursor.take(TokenKind.DOT)) {
            name.append('.').append(grammar.literals.needIdentifier());
        }
        return name.toString();
    }

    private List<String> names() {
        ArrayList<String> names = new ArrayList<>();
        do {
            names.add(grammar.literals.needIdentifier());
        } while (cursor.take(TokenKind.COMMA));
        return names;
    }

    private Optional<ElementKind> elementKind() {
        for (ElementKind kind : ElementKind.values()) {
            if (cursor.takeKeyword(kind.name())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private Command drop() {
        if (cursor.takeKeyword("DETACHED PARTITION")) {
            return new AlterStatement.DropDetachedPartition(grammar.needPartition());
        }
        if (cursor.takeKeyword("DETACHED PART")) {
            return new AlterStatement.DropDetachedPart(grammar.expressions.operand());
        }
        if (cursor.takeKeyword("PARTITION")) {
            return new AlterStatement.DropPartition(false, grammar.needPartition());
        }
        if (cursor.takeKeyword("PART")) {
            return new AlterStatement.DropPart(false, grammar.expressions.operand());
        }
        Optional<ElementKind> kind = elementKind();
        if (kind.isPresent()) {
            boolean ifExists = cursor.takeKeyword("IF EXISTS");
            return new AlterStatement.DropElement(kind.get(), ifExists, grammar.literals.needIdentifier());
        }
        cursor.needKeyword("COLUMN");
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        return new AlterStatement.DropColumn(ifExists, columnName());
    }

    private Command clear() {
        Optional<ElementKind> kind = elementKind();
        if (kind.isEmpty()) {
            cursor.needKeyword("COLUMN");
        }
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        String name = columnName();
        Optional<Partition> partition = grammar.takePartition("IN PARTITION");
        return kind.<Command>map(k -> new AlterStatement.ClearElement(k, ifExists, name, partition))
                .orElseGet(() -> new AlterStatement.ClearColumn(ifExists, name, partition));
    }

    private Command materialize() {
        if (cursor.takeKeyword("TTL")) {
            return new AlterStatement.MaterializeTtl(grammar.takePartition("IN PARTITION"));
        }
        if (cursor.takeKeyword("COLUMN")) {
            String name = columnName();
            return new AlterStatement.MaterializeColumn(name, grammar.takePartition("IN PARTITION"));
        }
        ElementKind kind = elementKind().orElseThrow(cursor::failure);
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        String name = grammar.literals.needIdentifier();
        return new AlterStatement.MaterializeElement(kind, ifExists, name, grammar.takePartition("IN PARTITION"));
    }

    private Command modify() {
        if (cursor.takeKeyword("ORDER BY")) {
            return new AlterStatement.ModifyOrderBy(grammar.expressions.expression());
        }
        if (cursor.takeKeyword("SAMPLE BY")) {
            return new AlterStatement.ModifySampleBy(grammar.expressions.expression());
        }
        if (cursor.takeKeyword("TTL")) {
            return new AlterStatement.ModifyTtl(creates.ttl());
        }
        if (cursor.takeKeyword("SETTING")) {
            return new AlterStatement.ModifySetting(settings());
        }
        if (cursor.takeKeyword("QUERY")) {
            return new AlterStatement.ModifyQuery(grammar.queries.query());
        }
        if (cursor.takeKeyword("COMMENT")) {
            return new AlterStatement.ModifyComment(grammar.literals.needString());
        }
        cursor.needKeyword("COLUMN");
        return modifyColumn();
    }

    /** Settings up to a comma behind which something else than {@code name =} stands. */
    private List<SettingChange> settings() {
        ArrayList<SettingChange> list = new ArrayList<>();
        list.add(grammar.needSetting());
        while (cursor.kind() == TokenKind.COMMA && cursor.kindAt(2) == TokenKind.EQUALS) {
            cursor.advance();
            list.add(grammar.needSetting());
        }
        return list;
    }

    private Command modifyColumn() {
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        int begin = cursor.index();
        String name = columnName();
        if (cursor.takeKeyword("REMOVE")) {
            for (String property : PROPERTIES) {
                if (cursor.takeKeyword(property)) {
                    return new AlterStatement.RemoveColumnProperty(ifExists, name, property);
                }
            }
            throw cursor.failure();
        }
        if (cursor.takeKeyword("MODIFY SETTING")) {
            return new AlterStatement.ModifyColumnSetting(ifExists, name, settings());
        }
        if (cursor.takeKeyword("RESET SETTING")) {
            return new AlterStatement.ResetColumnSetting(ifExists, name, names());
        }
        if (cursor.looksAt("TYPE")) {
            // ALTER COLUMN c TYPE T, as standard SQL writes it.
            Position position = cursor.position();
            cursor.advance();
            TableElement.Column column = new TableElement.Column(
                    position,
                    name,
                    Optional.of(grammar.types.need()),
                    TableElement.NullModifier.UNSPECIFIED,
                    TableElement.ColumnDefault.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return new AlterStatement.ModifyColumn(ifExists, column, place());
        }
        cursor.moveTo(begin);
        TableElement.Column column = elements.column();
        return new AlterStatement.ModifyColumn(ifExists, column, place());
    }

    private Command partitionCommand() {
        if (cursor.takeKeyword("DETACH PARTITION")) {
            return new AlterStatement.DropPartition(true, grammar.needPartition());
        }
        if (cursor.takeKeyword("DETACH PART")) {
            return new AlterStatement.DropPart(true, grammar.expressions.operand());
        }
        if (cursor.takeKeyword("ATTACH PARTITION")) {
            Partition partition = grammar.needPartition();
            if (cursor.takeKeyword("FROM")) {
                return new AlterStatement.CopyPartition(false, partition, grammar.needTableName());
            }
            return new AlterStatement.AttachPartition(partition);
        }
        if (cursor.takeKeyword("ATTACH PART")) {
            return new AlterStatement.AttachPart(grammar.expressions.operand());
        }
        if (cursor.takeKeyword("REPLACE PARTITION")) {
            Partition partition = grammar.needPartition();
            cursor.needKeyword("FROM");
            return new AlterStatement.CopyPartition(true, partition, grammar.needTableName());
        }
        if (cursor.takeKeyword("MOVE PARTITION")) {
            return move();
        }
        if (cursor.takeKeyword("FREEZE")) {
            Optional<Partition> partition = grammar.takePartition("PARTITION");
            Optional<String> name =
                    cursor.takeKeyword("WITH NAME") ? Optional.of(grammar.literals.needString()) : Optional.empty();
            return new AlterStatement.Freeze(partition, name);
        }
        if (cursor.takeKeyword("UNFREEZE")) {
            Optional<Partition> partition = grammar.takePartition("PARTITION");
            cursor.needKeyword("WITH NAME");
            return new AlterStatement.Unfreeze(partition, grammar.literals.needString());
        }
        if (cursor.takeKeyword("APPLY DELETED MASK")) {
            return new AlterStatement.ApplyDeletedMask(grammar.takePartition("IN PARTITION"));
        }
        throw cursor.failure();
    }

    private Command move() {
        Partition partition = grammar.needPartition();
        if (cursor.takeKeyword("TO TABLE")) {
            return new AlterStatement.MovePartition(partition, grammar.needTableName());
        }
        boolean volume = cursor.takeKeyword("TO VOLUME");
        if (!volume) {
            cursor.needKeyword("TO DISK");
        }
        return new AlterStatement.MovePartitionToDisk(partition, volume, grammar.literals.needString());
    }
}
