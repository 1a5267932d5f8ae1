package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Mutable;
import io.millrace.catalog.ability.Partitioned;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.engine.metadata.QualifiedNames;
import io.millrace.engine.query.QueryContext;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.planner.rule.RowQuery;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes of rows: ALTER TABLE DELETE and UPDATE, DELETE FROM. What a query for the rows would compute is handed to
 * the table, which goes through its parts with it.
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
        List<ColumnDefinition> computed = computedFrom(assignments, table.definition(), context);
        Query.Select rows = rows(assignments, computed, table.definition(), condition);
        List<String> updated = new ArrayList<>();
        assignments.forEach(a -> updated.add(a.column()));
        computed.forEach(c -> updated.add(c.name()));
        // what is wrong with the statement shows before anything is locked
        checkRepeatable(
                assignments, computed, RowQuery.of(analyzed(rows, context).plan()), table.definition(), context);
        mutable.mutate(new Mutable.Mutation(command, () -> change(updated, rows, context)), context.evaluation());
    }

    private static PlannedQuery analyzed(Query.Select rows, QueryContext context) {
        return QueryAnalyzer.analyze(rows, context.analysis());
    }

    private static Mutable.RowChange change(List<String> updated, Query.Select rows, QueryContext context) {
        PlannedQuery planned = analyzed(rows, context);
        RowQuery query = RowQuery.of(planned.plan());
        Map<String, Mutable.RowValue> values = new LinkedHashMap<>();
        for (int i = 0; i < updated.size(); i++) {
            values.put(updated.get(i), query.value(query.values().get(i)));
        }
        context.analysis().subqueries().fill(planned.sets());
        return new Mutable.RowChange(query.condition().map(query::value), values);
    }

    /** Each column is computed on its own, so a random value has no second column that is computed from it. */
    private static void checkRepeatable(
            List<AlterStatement.Assignment> assignments,
            List<ColumnDefinition> computed,
            RowQuery query,
            TableDefinition definition,
            QueryContext context) {
        for (int i = 0; i < assignments.size(); i++) {
            String column = assignments.get(i).column();
            if (query.values().get(i).isRepeatable()) {
                continue;
            }
            for (ColumnDefinition other : computed) {
                if (uses(other, Set.of(column), definition.storedHeader(), context)) {
                    throw new DbException(
                            ErrorCode.NOT_IMPLEMENTED,
                            "Column `" + column + "` cannot get a random value, because MATERIALIZED column `"
                                    + other.name() + "` is computed from it");
                }
            }
        }
    }

    /**
     * MATERIALIZED columns that are computed from updated ones.
     *
     * @throws DbException CANNOT_UPDATE_COLUMN when one of them is part of a key
     */
    private static List<ColumnDefinition> computedFrom(
            List<AlterStatement.Assignment> assignments, TableDefinition definition, QueryContext context) {
        Header stored = definition.storedHeader();
        Set<String> changed = new HashSet<>();
        assignments.forEach(a -> changed.add(a.column()));
        List<ColumnDefinition> computed = new ArrayList<>();
        boolean more = !changed.isEmpty();
        while (more) {
            more = false;
            for (ColumnDefinition column : definition.columns()) {
                if (column.defaultKind() == ColumnDefinition.DefaultKind.MATERIALIZED
                        && !changed.contains(column.name())
                        && uses(column, changed, stored, context)) {
                    more = true;
                    changed.add(column.name());
                    computed.add(column);
                }
            }
        }
        for (ColumnDefinition column : computed) {
            int index = stored.index(column.name());
            boolean isKey = Stream.of(definition.orderBy(), definition.partitionBy())
                    .flatMap(key -> key.expressions().stream())
                    .anyMatch(e -> ExpressionProgram.inputsOf(e).contains(index));
            if (isKey) {
                throw new DbException(
                        ErrorCode.CANNOT_UPDATE_COLUMN,
                        "Updated columns affect MATERIALIZED column `" + column.name()
                                + "`, which is a key column. Cannot UPDATE it");
            }
        }
        return computed;
    }

    private static boolean uses(ColumnDefinition column, Set<String> names, Header stored, QueryContext context) {
        Expression value =
                QueryAnalyzer.bindExpression(Parser.parseExpression(column.defaultText()), stored, context.analysis());
        return ExpressionProgram.inputsOf(value).stream().anyMatch(i -> names.contains(stored.name(i)));
    }

    /**
     * The query for the new values. Columns computed from updated ones need a second step, in which the names of updated columns stand for their
     * new values.
     */
    private static Query.Select rows(
            List<AlterStatement.Assignment> assignments,
            List<ColumnDefinition> computed,
            TableDefinition definition,
            Expr where) {
        FromItem.Table table = new FromItem.Table(
                TableName.of(definition.id().database(), definition.id().name()), FromItem.Modifiers.NONE);
        if (assignments.isEmpty()) {
            return select(List.of(name("_part_offset")), table).filtered(where);
        }
        List<Expr> found = new ArrayList<>();
        List<Expr> renamed = new ArrayList<>();
        List<Expr> result = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        computed.forEach(c -> changed.add(c.name()));
        for (AlterStatement.Assignment assignment : assignments) {
            String alias = "__new_value_" + changed.size();
            found.add(typed(assignment.expression(), definition.column(assignment.column()), alias));
            renamed.add(new Expr.Alias(Position.NONE, name(alias), assignment.column()));
            result.add(name(assignment.column()));
            changed.add(assignment.column());
        }
        if (computed.isEmpty()) {
            return select(found, table).filtered(where);
        }
        for (Header.Field field : definition.storedHeader().fields()) {
            if (!changed.contains(field.name())) {
                found.add(name(field.name()));
                renamed.add(name(field.name()));
            }
        }
        computed.forEach(c -> result.add(typed(Parser.parseExpression(c.defaultText()), c, c.name())));
        Query.Select inner = select(found, table).filtered(where);
        Query.Select middle = select(renamed, subquery(inner));
        return select(result, subquery(middle));
    }

    private static Expr typed(Expr value, ColumnDefinition column, String alias) {
        Expr cast = new Expr.FunctionCall(
                Position.NONE, "CAST", List.of(value, text(column.type().name())));
        return new Expr.Alias(Position.NONE, cast, alias);
    }

    private static FromItem subquery(Query.Select query) {
        return new FromItem.Derived(Position.NONE, query, FromItem.Modifiers.NONE);
    }

    private static Query.Select select(List<Expr> columns, FromItem from) {
        return Query.Select.of(Position.NONE, columns).over(from);
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
