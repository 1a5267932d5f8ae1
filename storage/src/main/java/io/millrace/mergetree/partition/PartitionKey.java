package io.millrace.mergetree.partition;

import io.millrace.catalog.table.KeyClause;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The PARTITION BY of a table. Immutable.
 *
 * @param types of the expressions, as bound
 * @param minMaxColumns the stored columns that the expressions use, by name: parts keep the least and greatest value of each
 */
public record PartitionKey(List<Expression> expressions, List<DataType> types, Map<String, Integer> minMaxColumns) {
    /** The key of a PARTITION BY clause over the stored columns. */
    public static PartitionKey of(KeyClause clause, Header stored) {
        Map<String, Integer> columns = new TreeMap<>();
        for (Expression expression : clause.expressions()) {
            for (int index : ExpressionProgram.inputsOf(expression)) {
                columns.put(stored.name(index), index);
            }
        }
        List<DataType> types =
                clause.expressions().stream().map(Expression::type).toList();
        return new PartitionKey(clause.expressions(), types, columns);
    }

    public boolean isEmpty() {
        return expressions.isEmpty();
    }

    /** Types as kept in partition.dat. */
    public List<DataType> storedTypes() {
        return types.stream()
                .map(t -> Types.withoutLowCardinality(Types.withoutSimpleAggregate(t)))
                .toList();
    }

    /** Id of the partition with these values, one plain column of one row per expression. */
    public String idOf(List<Column> values) {
        return PartitionId.of(types, values, 0);
    }
}
