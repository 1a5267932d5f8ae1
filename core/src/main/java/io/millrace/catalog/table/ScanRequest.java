package io.millrace.catalog.table;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a query wants of a table.
 *
 * @param columns stored columns to deliver, in this order; may be empty (only the number of rows matters then). Also the table's virtual columns
 *     ({@code _part}, {@code _partition_id}) and subcolumns ({@code s.size}, {@code n.null}, {@code a.size0}) where {@link Table} offers them
 * @param filter a condition over those columns (input i is column i). The table may use it to skip, and may apply it exactly ({@link
 *     TableScan#filtered}); sets of IN in it are filled when sources are opened, not when the scan is made
 * @param finalRows FINAL: merge rows of the same key first
 * @param limit when only so many rows (after the filter) are needed in any order
 * @param drivers how many sources the query wants at most
 * @param passing whether nobody looks at a block any more once the next one is asked for; the table may then use its memory again
 * @param blockRows rows per block to aim for
 */
public record ScanRequest(
        Header columns,
        Optional<Expression> filter,
        boolean finalRows,
        OptionalLong limit,
        int drivers,
        boolean passing,
        int blockRows,
        EvaluationContext context) {
    /** All columns and rows of a table, for a few drivers. */
    public static ScanRequest everything(Table table, int drivers, EvaluationContext context) {
        return new ScanRequest(
                table.definition().storedHeader(),
                Optional.empty(),
                false,
                OptionalLong.empty(),
                drivers,
                false,
                Block.DEFAULT_ROWS,
                context);
    }

    /** Names of the wanted columns. */
    public List<String> names() {
        return columns.names();
    }
}
