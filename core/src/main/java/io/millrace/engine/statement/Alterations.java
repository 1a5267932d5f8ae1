package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Partitioned;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.engine.metadata.DefinitionReader;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE: columns, comments, settings, partitions. */
final class Alterations {
    private final MetadataStore store;

    Alterations(MetadataStore store) {
        this.store = store;
    }

    StatementAnswer alter(AlterStatement alter, QueryContext context) {
        TableId id = Names.id(alter.table(), context);
        Table table = context.analysis().catalog().get(id);
        for (AlterStatement.Command command : alter.commands()) {
            switch (command) {
                case AlterStatement.PartitionCommand partition -> alterPartition(partition, table, context.analysis());
                case AlterStatement.DeleteRows delete -> Mutations.delete(delete, table, context);
                case AlterStatement.UpdateRows update -> Mutations.update(update, table, context);
                default -> alterDefinition(command, table, context.analysis());
            }
        }
        return new StatementAnswer.Done();
    }

    // ---- definitions

    /** The parts of a CREATE TABLE that ALTER changes. */
    private static final class Draft {
        private final List<TableElement> elements;
        private final List<SettingChange> settings;
        private String comment;

        Draft(TableDefinition definition) {
            var create = DefinitionReader.createTable(definition);
            elements = new ArrayList<>(create.elements());
            settings = new ArrayList<>(create.storage().settings());
            comment = definition.comment();
        }

        Optional<Integer> indexOf(String column) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof TableElement.Column c && c.name().equals(column)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }

        int existing(String column, TableDefinition definition) {
            return indexOf(column)
                    .orElseThrow(() -> new DbException(
                            ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK,
                            "Wrong column name. Cannot find column `" + column + "` in table " + definition.id()));
        }

        int positionFor(AlterStatement.Place place, TableDefinition definition) {
            return switch (place) {
                case AlterStatement.Unplaced u -> TableElement.columns(elements).size();
                case AlterStatement.First f -> 0;
                case AlterStatement.After after ->
                    indexOf(after.name())
                                    .orElseThrow(() -> new DbException(
                                            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                                            "There is no column with name `" + after.name() + "` in table "
                                                    + definition.id()))
                            + 1;
            };
        }
    }

    private void alterDefinition(AlterStatement.Command command, Table table, AnalysisContext context) {
        TableDefinition definition = table.definition();
        Draft draft = new Draft(definition);
        if (!change(command, draft, definition)) {
            return;
        }
        TableDefinition changed = altered(command, draft, definition, context);
        if (changed.columns().isEmpty()) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Cannot drop or clear all columns");
        }
        store.alter(table, changed);
    }

    private static TableDefinition altered(
            AlterStatement.Command command, Draft draft, TableDefinition definition, AnalysisContext context) {
        try {
            return new DefinitionReader(context).altered(definition, draft.elements, draft.settings, draft.comment);
        } catch (DbException e) {
            if (command instanceof AlterStatement.DropColumn drop
                    && e.code() == ErrorCode.UNKNOWN_IDENTIFIER
                    && !definition.orderBy().texts().contains(drop.name())) {
                throw new DbException(
                        ErrorCode.ILLEGAL_COLUMN,
                        "Cannot drop column " + drop.name() + ", because other columns or keys depend on it");
            }
            throw e;
        }
    }

    /** Applies one command; false when IF EXISTS or IF NOT EXISTS leaves nothing to do. */
    private static boolean change(AlterStatement.Command command, Draft draft, TableDefinition definition) {
        switch (command) {
            case AlterStatement.AddColumn add -> {
                if (draft.indexOf(add.column().name()).isPresent()) {
                    if (add.ifNotExists()) {
                        return false;
                    }
                    throw new DbException(
                            ErrorCode.DUPLICATE_COLUMN,
                            "Cannot add column " + add.column().name() + ": column with this name already exists");
                }
                draft.elements.add(draft.positionFor(add.place(), definition), add.column());
            }
            case AlterStatement.DropColumn drop -> {
                if (draft.indexOf(drop.name()).isEmpty() && drop.ifExists()) {
                    return false;
                }
                draft.elements.remove(draft.existing(drop.name(), definition));
            }
            case AlterStatement.ModifyColumn modify -> {
                if (draft.indexOf(modify.column().name()).isEmpty() && modify.ifExists()) {
                    return false;
                }
                int index = draft.existing(modify.column().name(), definition);
                TableElement.Column old = (TableElement.Column) draft.elements.get(index);
                TableElement.Column merged = merged(old, modify.column());
                if (modify.place() instanceof AlterStatement.Unplaced) {
                    draft.elements.set(index, merged);
                } else {
                    draft.elements.remove(index);
                    draft.elements.add(draft.positionFor(modify.place(), definition), merged);
                }
            }
            case AlterStatement.CommentColumn comment -> {
                if (draft.indexOf(comment.name()).isEmpty() && comment.ifExists()) {
                    return false;
                }
                int index = draft.existing(comment.name(), definition);
                draft.elements.set(
                        index, commented((TableElement.Column) draft.elements.get(index), comment.comment()));
            }
            case AlterStatement.ModifyComment comment -> draft.comment = comment.comment();
            case AlterStatement.ModifySetting setting -> {
                for (SettingChange change : setting.settings()) {
                    draft.settings.removeIf(s -> s.name().equals(change.name()));
                    draft.settings.add(change);
                }
            }
            case AlterStatement.ResetSetting reset ->
                draft.settings.removeIf(s -> reset.names().contains(s.name()));
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "ALTER TABLE with " + command.getClass().getSimpleName() + " is not supported by this version");
        }
        return true;
    }

    /** What MODIFY COLUMN does not mention stays as it is. */
    private static TableElement.Column merged(TableElement.Column old, TableElement.Column changed) {
        boolean hasDefault = changed.defaultValue().kind() != TableElement.DefaultKind.NONE;
        return new TableElement.Column(
                old.position(),
                old.name(),
                changed.type().or(old::type),
                changed.type().isPresent() ? changed.nullable() : old.nullable(),
                hasDefault ? changed.defaultValue() : old.defaultValue(),
                changed.comment().or(old::comment),
                changed.codec().or(old::codec),
                old.statistics(),
                changed.ttl().or(old::ttl),
                old.collation(),
                old.settings());
    }

    private static TableElement.Column commented(TableElement.Column column, String comment) {
        return new TableElement.Column(
                column.position(),
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                comment.isEmpty() ? Optional.empty() : Optional.of(comment),
                column.codec(),
                column.statistics(),
                column.ttl(),
                column.collation(),
                column.settings());
    }

    // ---- partitions

    private static void alterPartition(AlterStatement.PartitionCommand command, Table table, AnalysisContext context) {
        if (!(table instanceof Partitioned partitioned)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Partitions are not supported by storage "
                            + table.definition().engineName());
        }
        switch (command) {
            case AlterStatement.DropPartition drop ->
                ids(drop.partition(), partitioned, table.definition(), context)
                        .forEach(drop.detach() ? partitioned::detachPartition : partitioned::dropPartition);
            case AlterStatement.AttachPartition attach ->
                ids(attach.partition(), partitioned, table.definition(), context)
                        .forEach(partitioned::attachPartition);
            case AlterStatement.AttachPart attach -> partitioned.attachPart(text(attach.name(), context));
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "ALTER TABLE with " + command.getClass().getSimpleName() + " is not supported by this version");
        }
    }

    static List<String> ids(
            Partition partition, Partitioned table, TableDefinition definition, AnalysisContext context) {
        return switch (partition) {
            case Partition.All all -> table.partitionIds();
            case Partition.ById id -> List.of(text(id.id(), context));
            case Partition.ByValue value -> List.of(table.partitionId(values(value.value(), definition, context)));
        };
    }

    private static String text(Expr expr, AnalysisContext context) {
        if (QueryAnalyzer.bindExpression(expr, new Header(List.of()), context) instanceof Expression.Constant constant
                && constant.value() instanceof StringColumn text) {
            return text.text(0);
        }
        throw new DbException(ErrorCode.BAD_ARGUMENTS, "The name of a partition or part must be a string");
    }

    /** The values of a partition, in the types of PARTITION BY. */
    private static List<Column> values(Expr expr, TableDefinition definition, AnalysisContext context) {
        List<Expression> keys = definition.partitionBy().expressions();
        Expression bound = QueryAnalyzer.bindExpression(expr, new Header(List.of()), context);
        if (!(bound instanceof Expression.Constant constant)) {
            throw new DbException(ErrorCode.INVALID_PARTITION_VALUE, "The value of a partition must be a constant");
        }
        List<Expression> given =
                constant.type() instanceof TupleType type && constant.value() instanceof TupleColumn tuple
                        ? elements(type, tuple)
                        : List.of(constant);
        if (given.size() != keys.size()) {
            throw new DbException(
                    ErrorCode.INVALID_PARTITION_VALUE,
                    "Wrong number of fields in the partition expression: " + given.size() + ", must be: "
                            + keys.size());
        }
        Calls calls = new Calls(context.bind());
        List<Column> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(
                    ((Expression.Constant) calls.cast(given.get(i), keys.get(i).type())).value());
        }
        return values;
    }

    private static List<Expression> elements(TupleType type, TupleColumn tuple) {
        List<Expression> elements = new ArrayList<>();
        for (int i = 0; i < type.elements().size(); i++) {
            elements.add(new Expression.Constant(
                    type.elements().get(i), tuple.elements().get(i)));
        }
        return elements;
    }
}
