package io.millrace.sql.print;

import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.AlterStatement.Command;
import io.millrace.sql.ast.AlterStatement.Place;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Partition;
import java.util.List;
import java.util.Optional;

/** Prints ALTER. */
final class AlterPrinter {
    private final Layout out;
    private final QueryPrinter queries;
    private final ExpressionPrinter expressions;
    private final CreatePrinter creates;
    private final StatementPrinter statements;

    AlterPrinter(Layout out, QueryPrinter queries, CreatePrinter creates, StatementPrinter statements) {
        this.out = out;
        this.queries = queries;
        this.expressions = queries.expressions();
        this.creates = creates;
        this.statements = statements;
    }

    void alter(AlterStatement alter) {
        out.add(alter.temporary() ? "ALTER TEMPORARY TABLE " : "ALTER TABLE ");
        queries.table(alter.table());
        out.stackedAlways(alter.commands(), command -> {
            out.add("(");
            command(command);
            out.add(")");
        });
        if (!alter.settings().isEmpty()) {
            out.line().add("SETTINGS ");
            expressions.settings(alter.settings());
        }
    }

    private static String ifExists(boolean flag) {
        return flag ? "IF EXISTS " : "";
    }

    private static String ifNotExists(boolean flag) {
        return flag ? "IF NOT EXISTS " : "";
    }

    private void place(Place place) {
        switch (place) {
            case AlterStatement.Unplaced none -> {}
            case AlterStatement.First first -> out.add(" FIRST");
            case AlterStatement.After(String name) -> out.add(" AFTER ").name(name);
        }
    }

    private void inPartition(Optional<Partition> partition) {
        statements.partition(" IN PARTITION ", partition);
    }

    private void command(Command command) {
        switch (command) {
            case AlterStatement.ColumnCommand column -> columnCommand(column);
            case AlterStatement.ElementCommand element -> elementCommand(element);
            case AlterStatement.TableCommand table -> tableCommand(table);
            case AlterStatement.PartitionCommand partition -> partitionCommand(partition);
        }
    }

    private void columnCommand(AlterStatement.ColumnCommand command) {
        switch (command) {
            case AlterStatement.AddColumn add -> {
                out.add("ADD COLUMN ").add(ifNotExists(add.ifNotExists()));
                creates.column(add.column());
                place(add.place());
            }
            case AlterStatement.DropColumn drop ->
                out.add("DROP COLUMN ").add(ifExists(drop.ifExists())).name(drop.name());
            case AlterStatement.ClearColumn clear -> {
                out.add("CLEAR COLUMN ").add(ifExists(clear.ifExists())).name(clear.name());
                inPartition(clear.partition());
            }
            case AlterStatement.ModifyColumn modify -> {
                out.add("MODIFY COLUMN ").add(ifExists(modify.ifExists()));
                creates.column(modify.column());
                place(modify.place());
            }
            case AlterStatement.RemoveColumnProperty remove ->
                out.add("MODIFY COLUMN ")
                        .add(ifExists(remove.ifExists()))
                        .name(remove.name())
                        .add(" REMOVE ")
                        .add(remove.property());
            case AlterStatement.ModifyColumnSetting modify -> {
                out.add("MODIFY COLUMN ")
                        .add(ifExists(modify.ifExists()))
                        .name(modify.name())
                        .add(" MODIFY SETTING ");
                expressions.settings(modify.settings());
            }
            case AlterStatement.ResetColumnSetting reset ->
                out.add("MODIFY COLUMN ")
                        .add(ifExists(reset.ifExists()))
                        .name(reset.name())
                        .add(" RESET SETTING ")
                        .inline(reset.settings(), out::name);
            case AlterStatement.RenameColumn rename ->
                out.add("RENAME COLUMN ")
                        .add(ifExists(rename.ifExists()))
                        .name(rename.from())
                        .add(" TO ")
                        .name(rename.to());
            case AlterStatement.CommentColumn comment ->
                out.add("COMMENT COLUMN ")
                        .add(ifExists(comment.ifExists()))
                        .name(comment.name())
                        .add(" ")
                        .string(comment.comment());
            case AlterStatement.MaterializeColumn materialize -> {
                out.add("MATERIALIZE COLUMN ").name(materialize.name());
                inPartition(materialize.partition());
            }
        }
    }

    private void elementCommand(AlterStatement.ElementCommand command) {
        switch (command) {
            case AlterStatement.AddIndex add -> {
                out.add("ADD INDEX ").add(ifNotExists(add.ifNotExists()));
                creates.index(add.index());
                place(add.place());
            }
            case AlterStatement.AddProjection add -> {
                out.add("ADD PROJECTION ").add(ifNotExists(add.ifNotExists()));
                creates.projection(add.projection());
                place(add.place());
            }
            case AlterStatement.AddConstraint add -> {
                out.add("ADD CONSTRAINT ").add(ifNotExists(add.ifNotExists()));
                creates.constraint(add.constraint());
            }
            case AlterStatement.DropElement drop ->
                out.add("DROP ")
                        .add(drop.kind().name())
                        .add(" ")
                        .add(ifExists(drop.ifExists()))
                        .name(drop.name());
            case AlterStatement.ClearElement clear -> {
                out.add("CLEAR ")
                        .add(clear.kind().name())
                        .add(" ")
                        .add(ifExists(clear.ifExists()))
                        .name(clear.name());
                inPartition(clear.partition());
            }
            case AlterStatement.MaterializeElement materialize -> {
                out.add("MATERIALIZE ").add(materialize.kind().name()).add(" ");
                out.add(ifExists(materialize.ifExists())).name(materialize.name());
                inPartition(materialize.partition());
            }
        }
    }

    private void tableCommand(AlterStatement.TableCommand command) {
        switch (command) {
            case AlterStatement.ModifyOrderBy(Expr key) -> expression("MODIFY ORDER BY ", key);
            case AlterStatement.ModifySampleBy(Expr key) -> expression("MODIFY SAMPLE BY ", key);
            case AlterStatement.RemoveSampleBy remove -> out.add("REMOVE SAMPLE BY");
            case AlterStatement.ModifyTtl modify -> {
                out.add("MODIFY TTL ");
                creates.ttl(modify.elements());
            }
            case AlterStatement.RemoveTtl remove -> out.add("REMOVE TTL");
            case AlterStatement.MaterializeTtl(Optional<Partition> partition) -> {
                out.add("MATERIALIZE TTL");
                inPartition(partition);
            }
            case AlterStatement.ModifySetting modify -> {
                out.add("MODIFY SETTING ");
                expressions.settings(modify.settings());
            }
            case AlterStatement.ResetSetting(List<String> names) ->
                out.add("RESET SETTING ").inline(names, out::name);
            case AlterStatement.ModifyQuery(var query) -> {
                out.add("MODIFY QUERY").deeper().line();
                queries.query(query);
                out.shallower();
            }
            case AlterStatement.ModifyComment(String comment) ->
                out.add("MODIFY COMMENT ").string(comment);
            case AlterStatement.DeleteRows(Optional<Partition> partition, Expr where) -> {
                out.add("DELETE");
                inPartition(partition);
                expression(" WHERE ", where);
            }
            case AlterStatement.UpdateRows update -> {
                out.add("UPDATE ");
                statements.assignments(update.assignments());
                inPartition(update.partition());
                expression(" WHERE ", update.where());
            }
        }
    }

    private void expression(String keyword, Expr expression) {
        out.add(keyword);
        expressions.print(expression);
    }

    private void partition(String keyword, Partition partition) {
        statements.partition(keyword, Optional.of(partition));
    }

    private void partitionCommand(AlterStatement.PartitionCommand command) {
        switch (command) {
            case AlterStatement.DropPartition(boolean detach, Partition partition) ->
                partition(detach ? "DETACH PARTITION " : "DROP PARTITION ", partition);
            case AlterStatement.DropPart(boolean detach, Expr name) ->
                expression(detach ? "DETACH PART " : "DROP PART ", name);
            case AlterStatement.DropDetachedPartition(Partition partition) ->
                partition("DROP DETACHED PARTITION ", partition);
            case AlterStatement.DropDetachedPart(Expr name) -> expression("DROP DETACHED PART ", name);
            case AlterStatement.AttachPartition(Partition partition) -> partition("ATTACH PARTITION ", partition);
            case AlterStatement.AttachPart(Expr name) -> expression("ATTACH PART ", name);
            case AlterStatement.CopyPartition copy -> {
                partition(copy.replace() ? "REPLACE PARTITION " : "ATTACH PARTITION ", copy.partition());
                out.add(" FROM ");
                queries.table(copy.from());
            }
            case AlterStatement.MovePartition move -> {
                partition("MOVE PARTITION ", move.partition());
                out.add(" TO TABLE ");
                queries.table(move.to());
            }
            case AlterStatement.MovePartitionToDisk move -> {
                partition("MOVE PARTITION ", move.partition());
                out.add(move.volume() ? " TO VOLUME " : " TO DISK ").string(move.name());
            }
            case AlterStatement.Freeze freeze -> {
                out.add("FREEZE");
                statements.partition(" PARTITION ", freeze.partition());
                freeze.name().ifPresent(name -> out.add(" WITH NAME ").string(name));
            }
            case AlterStatement.Unfreeze unfreeze -> {
                out.add("UNFREEZE");
                statements.partition(" PARTITION ", unfreeze.partition());
                out.add(" WITH NAME ").string(unfreeze.name());
            }
            case AlterStatement.ApplyDeletedMask(Optional<Partition> partition) -> {
                out.add("APPLY DELETED MASK");
                inPartition(partition);
            }
        }
    }
}
