package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t command, command} and its commands. Immutable. */
public record AlterStatement(
        Position position, boolean temporary, TableName table, List<Command> commands, List<SettingChange> settings)
        implements Statement {
    public AlterStatement {
        commands = List.copyOf(commands);
        settings = List.copyOf(settings);
    }

    /** One change. */
    public sealed interface Command {}

    /** A change of columns. */
    public sealed interface ColumnCommand extends Command {}

    /** A change of indexes, projections or constraints. */
    public sealed interface ElementCommand extends Command {}

    /** A change of the whole table or of its rows. */
    public sealed interface TableCommand extends Command {}

    /** A change of partitions and parts. */
    public sealed interface PartitionCommand extends Command {}

    /** Where a column or index goes. */
    public sealed interface Place {}

    /** At the end, or where it is. */
    public record Unplaced() implements Place {}

    /** {@code FIRST}. */
    public record First() implements Place {}

    /** {@code AFTER name}. */
    public record After(String name) implements Place {}

    /** {@code name = expression} of UPDATE and of TTL .. SET. */
    public record Assignment(String column, Expr expression) {}

    /** {@code ADD COLUMN IF NOT EXISTS column AFTER x}. */
    public record AddColumn(boolean ifNotExists, TableElement.Column column, Place place) implements ColumnCommand {}

    /** {@code DROP COLUMN IF EXISTS name}. */
    public record DropColumn(boolean ifExists, String name) implements ColumnCommand {}

    /** {@code CLEAR COLUMN name IN PARTITION p}. */
    public record ClearColumn(boolean ifExists, String name, Optional<Partition> partition) implements ColumnCommand {}

    /** {@code MODIFY COLUMN column AFTER x}: what the column does not mention stays as it is. */
    public record ModifyColumn(boolean ifExists, TableElement.Column column, Place place) implements ColumnCommand {}

    /** {@code MODIFY COLUMN name REMOVE property}; the property is DEFAULT, MATERIALIZED, ALIAS, COMMENT, CODEC, TTL or SETTINGS. */
    public record RemoveColumnProperty(boolean ifExists, String name, String property) implements ColumnCommand {}

    /** {@code MODIFY COLUMN name MODIFY SETTING a = 1}. */
    public record ModifyColumnSetting(boolean ifExists, String name, List<SettingChange> settings)
            implements ColumnCommand {}

    /** {@code MODIFY COLUMN name RESET SETTING a}. */
    public record ResetColumnSetting(boolean ifExists, String name, List<String> settings) implements ColumnCommand {}

    /** {@code RENAME COLUMN a TO b}. */
    public record RenameColumn(boolean ifExists, String from, String to) implements ColumnCommand {}

    /** {@code COMMENT COLUMN name 'text'}. */
    public record CommentColumn(boolean ifExists, String name, String comment) implements ColumnCommand {}

    /** {@code MATERIALIZE COLUMN name IN PARTITION p}. */
    public record MaterializeColumn(String name, Optional<Partition> partition) implements ColumnCommand {}

    /** {@code ADD INDEX IF NOT EXISTS index AFTER x}. */
    public record AddIndex(boolean ifNotExists, TableElement.Index index, Place place) implements ElementCommand {}

    /** {@code ADD PROJECTION IF NOT EXISTS projection}. */
    public record AddProjection(boolean ifNotExists, TableElement.Projection projection, Place place)
            implements ElementCommand {}

    /** {@code ADD CONSTRAINT IF NOT EXISTS constraint}. */
    public record AddConstraint(boolean ifNotExists, TableElement.Constraint constraint) implements ElementCommand {}

    /** What a {@link DropElement}, {@link ClearElement} or {@link MaterializeElement} is about. */
    public enum ElementKind {
        INDEX,
        PROJECTION,
        CONSTRAINT
    }

    /** {@code DROP INDEX|PROJECTION|CONSTRAINT IF EXISTS name}. */
    public record DropElement(ElementKind kind, boolean ifExists, String name) implements ElementCommand {}

    /** {@code CLEAR INDEX|PROJECTION name IN PARTITION p}. */
    public record ClearElement(ElementKind kind, boolean ifExists, String name, Optional<Partition> partition)
            implements ElementCommand {}

    /** {@code MATERIALIZE INDEX|PROJECTION name IN PARTITION p}. */
    public record MaterializeElement(ElementKind kind, boolean ifExists, String name, Optional<Partition> partition)
            implements ElementCommand {}

    /** {@code MODIFY ORDER BY key}. */
    public record ModifyOrderBy(Expr key) implements TableCommand {}

    /** {@code MODIFY SAMPLE BY key}. */
    public record ModifySampleBy(Expr key) implements TableCommand {}

    /** {@code REMOVE SAMPLE BY}. */
    public record RemoveSampleBy() implements TableCommand {}

    /** {@code MODIFY TTL ..}. */
    public record ModifyTtl(List<CreateStatement.TtlElement> elements) implements TableCommand {}

    /** {@code REMOVE TTL}. */
    public record RemoveTtl() implements TableCommand {}

    /** {@code MATERIALIZE TTL IN PARTITION p}. */
    public record MaterializeTtl(Optional<Partition> partition) implements TableCommand {}

    /** {@code MODIFY SETTING a = 1}. */
    public record ModifySetting(List<SettingChange> settings) implements TableCommand {}

    /** {@code RESET SETTING a, b}. */
    public record ResetSetting(List<String> names) implements TableCommand {}

    /** {@code MODIFY QUERY SELECT ..} of a materialized view. */
    public record ModifyQuery(Query query) implements TableCommand {}

    /** {@code MODIFY COMMENT 'text'} of the table. */
    public record ModifyComment(String comment) implements TableCommand {}

    /** {@code DELETE IN PARTITION p WHERE condition}: a mutation. */
    public record DeleteRows(Optional<Partition> partition, Expr where) implements TableCommand {}

    /** {@code UPDATE a = 1 IN PARTITION p WHERE condition}: a mutation. */
    public record UpdateRows(List<Assignment> assignments, Optional<Partition> partition, Expr where)
            implements TableCommand {}

    /** {@code DROP PARTITION p}, or DETACH: the partition's parts leave the table. */
    public record DropPartition(boolean detach, Partition partition) implements PartitionCommand {}

    /** {@code DROP PART 'name'}, or DETACH. */
    public record DropPart(boolean detach, Expr name) implements PartitionCommand {}

    /** {@code DROP DETACHED PARTITION p}. */
    public record DropDetachedPartition(Partition partition) implements PartitionCommand {}

    /** {@code DROP DETACHED PART 'name'}. */
    public record DropDetachedPart(Expr name) implements PartitionCommand {}

    /** {@code ATTACH PARTITION p}: detached parts come back. */
    public record AttachPartition(Partition partition) implements PartitionCommand {}

    /** {@code ATTACH PART 'name'}. */
    public record AttachPart(Expr name) implements PartitionCommand {}

    /** {@code REPLACE PARTITION p FROM t}, or {@code ATTACH PARTITION p FROM t}, which keeps what is there. */
    public record CopyPartition(boolean replace, Partition partition, TableName from) implements PartitionCommand {}

    /** {@code MOVE PARTITION p TO TABLE t}. */
    public record MovePartition(Partition partition, TableName to) implements PartitionCommand {}

    /** {@code MOVE PARTITION p TO DISK 'x'}, or TO VOLUME. */
    public record MovePartitionToDisk(Partition partition, boolean volume, String name) implements PartitionCommand {}

    /** {@code FREEZE PARTITION p WITH NAME 'x'}; without a partition, the whole table. */
    public record Freeze(Optional<Partition> partition, Optional<String> name) implements PartitionCommand {}

    /** {@code UNFREEZE PARTITION p WITH NAME 'x'}. */
    public record Unfreeze(Optional<Partition> partition, String name) implements PartitionCommand {}

    /** {@code APPLY DELETED MASK IN PARTITION p}. */
    public record ApplyDeletedMask(Optional<Partition> partition) implements PartitionCommand {}
}
