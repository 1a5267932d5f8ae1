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
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE: the definition, rows and partitions. */
final class Alterations {
    private final MetadataStore store;

    Alterations(MetadataStore store) {
        this.store = store;
    }

    /** All changes of the definition come into force together, and none of them when one is wrong. */
    StatementAnswer alter(AlterStatement alter, QueryContext context) {
        TableId id = Names.id(alter.table(), context);
        Table table = context.analysis().catalog().get(id);
        Optional<DefinitionDraft> draft = Optional.empty();
        for (AlterStatement.Command command : alter.commands()) {
            boolean ofRows = command instanceof AlterStatement.PartitionCommand
                    || command instanceof AlterStatement.DeleteRows
                    || command instanceof AlterStatement.UpdateRows
                    || command instanceof AlterStatement.ClearColumn;
            if (!ofRows) {
                DefinitionDraft changing = draft.orElseGet(() -> new DefinitionDraft(table.definition()));
                changing.apply(command);
                draft = Optional.of(changing);
                continue;
            }
            draft.ifPresent(d -> d.store(table, store, context.analysis()));
            draft = Optional.empty();
            switch (command) {
                case AlterStatement.DeleteRows delete -> Mutations.delete(delete, table, context);
                case AlterStatement.UpdateRows update -> Mutations.update(update, table, context);
                case AlterStatement.ClearColumn clear -> clear(clear, table, context.analysis());
                case AlterStatement.PartitionCommand partition -> alterPartition(partition, table, context.analysis());
                default -> throw DbException.bug("Not a change of rows: " + command);
            }
        }
        draft.ifPresent(d -> d.store(table, store, context.analysis()));
        return new StatementAnswer.Done();
    }

    private static void clear(AlterStatement.ClearColumn clear, Table table, AnalysisContext context) {
        TableDefinition definition = table.definition();
        if (definition.findColumn(clear.name()).isEmpty()) {
            if (clear.ifExists()) {
                return;
            }
            throw DefinitionDraft.unknownColumn(clear.name(), definition, "clear");
        }
        Partitioned partitioned = partitioned(table);
        Partition partition = clear.partition().orElse(new Partition.All());
        partitioned.clearColumn(clear.name(), ids(partition, partitioned, definition, context));
    }

    // ---- partitions

    private static Partitioned partitioned(Table table) {
        if (table instanceof Partitioned partitioned) {
            return partitioned;
        }
        throw new DbException(
                ErrorCode.NOT_IMPLEMENTED,
                "Partitions are not supported by storage " + table.definition().engineName());
    }

    private static void alterPartition(AlterStatement.PartitionCommand command, Table table, AnalysisContext context) {
        Partitioned partitioned = partitioned(table);
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
