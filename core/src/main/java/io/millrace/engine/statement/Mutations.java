package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Mutable;
import io.millrace.catalog.ability.Partitioned;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.engine.metadata.QualifiedNames;
import io.millrace.engine.query.QueryContext;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.print.SqlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes of rows: ALTER TABLE DELETE and UPDATE, DELETE FROM. A query finds the rows by part and number, and computes the new values; the table does the rest.
 * The statement ends when the change is visible, whatever {@code mutations_sync} says.
 */
final class Mutations {
    private Mutations() {}

    static StatementAnswer delete(Statement.Delete delete, QueryContext context) {
        TableId id = Names.id(delete.table(), context);
        Table table = context.analysis().catalog().get(id);
        if (!(table instanceof Mutable mutable)) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "DELETE query is not supported for table "
                            + table.definition().id());
        }
        String command =
                "(UPDATE _row_exists = 0" + inPartition(delete.partition()) + where(delete.where(), context) + ")";
        run(mutable, table, command, List.of(), delete.partition(), delete.where(), context);
        return new StatementAnswer.Done();
    }

    static void delete(AlterStatement.DeleteRows delete, Table table, QueryContext context) {
        String command = "(DELETE" + inPartition(delete.partition()) + where(delete.where(), context) + ")";
        run(mutable(table), table, command, List.of(), delete.partition(), delete.where(), context);
    }

    static void update(AlterStatement.UpdateRows update, Table table, QueryContext context) {
        Mutable mutable = mutable(table);
        mutable.checkUpdate(update.assignments().stream()
                .map(AlterStatement.Assignment::column)
                .toList());
        List<String> texts = update.assignments().stream()
                .map(a -> SqlPrinter.oneLine(name(a.column())) + " = " + complete(a.expression(), context))
                .toList();
        String command = "(UPDATE " + String.join(", ", texts) + inPartition(update.partition())
                + where(update.where(), context) + ")";
        run(mutable, table, command, update.assignments(), update.partition(), update.where(), context);
    }

    private static Mutable mutable(Table table) {
        if (table instanceof Mutable mutable) {
            return mutable;
        }
        throw new DbException(
                ErrorCode.NOT_IMPLEMENTED,
                "Table engine " + table.definition().engineName() + " doesn't support mutations");
    }

    private static void run(
            Mutable mutable,
            Table table,
            String command,
            List<AlterStatement.Assignment> assignments,
            Optional<Partition> partition,
            Expr where,
            QueryContext context) {
        Expr condition = partition.isEmpty() ? where : and(where, ofPartition(partition.get(), table, context));
        Query.Select rows = select(table.definition().id(), columns(assignments, table), condition);
        // what is wrong with the statement shows before anything is locked
        QueryAnalyzer.analyze(rows, context.analysis());
        List<String> updated =
                assignments.stream().map(AlterStatement.Assignment::column).toList();
        mutable.mutate(new Mutable.Mutation(command, updated, () -> find(rows, context)), context.evaluation());
    }

    private static List<Block> find(Query.Select rows, QueryContext context) {
        return context.analysis().subqueries().collect(QueryAnalyzer.analyze(rows, context.analysis()));
    }

    private static List<Expr> columns(List<AlterStatement.Assignment> assignments, Table table) {
        List<Expr> columns = new ArrayList<>(List.of(name("_part"), name("_part_offset")));
        int number = 0;
        for (AlterStatement.Assignment assignment : assignments) {
            String type = table.definition().column(assignment.column()).type().name();
            Expr typed = new Expr.FunctionCall(Position.NONE, "CAST", List.of(assignment.expression(), text(type)));
            columns.add(new Expr.Alias(Position.NONE, typed, "__new_value_" + number++));
        }
        return columns;
    }

    private static Query.Select select(TableId table, List<Expr> columns, Expr where) {
        Query.Select all = Query.Select.of(Position.NONE, columns);
        return new Query.Select(
                all.position(),
                List.of(),
                false,
                all.distinct(),
                all.columns(),
                Optional.of(new FromItem.Table(TableName.of(table.database(), table.name()), FromItem.Modifiers.NONE)),
                Optional.empty(),
                Optional.of(where),
                all.groupBy(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                all.orderBy(),
                Optional.empty(),
                all.limit(),
                List.of());
    }

    private static Expr ofPartition(Partition partition, Table table, QueryContext context) {
        if (!(table instanceof Partitioned partitioned)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Partitions are not supported by storage "
                            + table.definition().engineName());
        }
        List<Expr> ids = Alterations.ids(partition, partitioned, table.definition(), context.analysis()).stream()
                .map(Mutations::text)
                .toList();
        return Expr.FunctionCall.operator(
                Position.NONE,
                "in",
                List.of(name("_partition_id"), new Expr.FunctionCall(Position.NONE, "array", ids)));
    }

    private static Expr and(Expr a, Expr b) {
        return Expr.FunctionCall.operator(Position.NONE, "and", List.of(a, b));
    }

    private static Expr name(String column) {
        return new Expr.Identifier(Position.NONE, List.of(column));
    }

    private static Expr text(String text) {
        return new Expr.Literal(Position.NONE, new LiteralValue.StringValue(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String inPartition(Optional<Partition> partition) {
        return switch (partition.orElse(new Partition.All())) {
            case Partition.All all -> "";
            case Partition.ById id -> " IN PARTITION ID " + SqlPrinter.oneLine(id.id());
            case Partition.ByValue value -> " IN PARTITION " + SqlPrinter.oneLine(value.value());
        };
    }

    private static String where(Expr condition, QueryContext context) {
        return " WHERE " + complete(condition, context);
    }

    private static String complete(Expr expression, QueryContext context) {
        return SqlPrinter.oneLine(
                QualifiedNames.in(expression, context.analysis().bind().database()));
    }
}
