package io.millrace.engine;

import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.AlterStatement.Command;
import java.util.List;

/** The privilege that each command of an ALTER needs on its table. */
final class AlterRights {
    private AlterRights() {}

    static List<String> of(AlterStatement alter) {
        return alter.commands().stream().map(AlterRights::of).distinct().toList();
    }

    private static String of(Command command) {
        return switch (command) {
            case AlterStatement.AddColumn c -> "ALTER ADD COLUMN";
            case AlterStatement.DropColumn c -> "ALTER DROP COLUMN";
            case AlterStatement.ClearColumn c -> "ALTER CLEAR COLUMN";
            case AlterStatement.RenameColumn c -> "ALTER RENAME COLUMN";
            case AlterStatement.CommentColumn c -> "ALTER COMMENT COLUMN";
            case AlterStatement.MaterializeColumn c -> "ALTER MATERIALIZE COLUMN";
            case AlterStatement.ColumnCommand c -> "ALTER MODIFY COLUMN";
            case AlterStatement.AddIndex c -> "ALTER ADD INDEX";
            case AlterStatement.AddProjection c -> "ALTER ADD PROJECTION";
            case AlterStatement.AddConstraint c -> "ALTER ADD CONSTRAINT";
            case AlterStatement.DropElement c -> "ALTER DROP " + c.kind();
            case AlterStatement.ClearElement c -> "ALTER CLEAR " + c.kind();
            case AlterStatement.MaterializeElement c -> "ALTER MATERIALIZE " + c.kind();
            case AlterStatement.ModifyOrderBy c -> "ALTER ORDER BY";
            case AlterStatement.ModifySampleBy c -> "ALTER SAMPLE BY";
            case AlterStatement.RemoveSampleBy c -> "ALTER SAMPLE BY";
            case AlterStatement.ModifyTtl c -> "ALTER TTL";
            case AlterStatement.RemoveTtl c -> "ALTER TTL";
            case AlterStatement.MaterializeTtl c -> "ALTER MATERIALIZE TTL";
            case AlterStatement.ModifySetting c -> "ALTER SETTINGS";
            case AlterStatement.ResetSetting c -> "ALTER SETTINGS";
            case AlterStatement.ModifyQuery c -> "ALTER VIEW MODIFY QUERY";
            case AlterStatement.ModifyComment c -> "ALTER MODIFY COMMENT";
            case AlterStatement.UpdateRows c -> "ALTER UPDATE";
            case AlterStatement.AttachPartition c -> "INSERT";
            case AlterStatement.AttachPart c -> "INSERT";
            case AlterStatement.MovePartition c -> "ALTER MOVE PARTITION";
            case AlterStatement.MovePartitionToDisk c -> "ALTER MOVE PARTITION";
            case AlterStatement.Freeze c -> "ALTER FREEZE PARTITION";
            case AlterStatement.Unfreeze c -> "ALTER FREEZE PARTITION";
            default -> "ALTER DELETE";
        };
    }
}
