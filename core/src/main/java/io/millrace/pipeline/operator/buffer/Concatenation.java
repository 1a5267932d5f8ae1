package io.millrace.pipeline.operator.buffer;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;

/** Many blocks as one. */
public final class Concatenation {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 64;

    private Concatenation() {}

    /**
     * The rows of all blocks, in the layouts of the header's types.
     *
     * @throws DbException TOO_MANY_ROWS for more rows than one block can have
     */
    public static Block of(Header header, List<Block> blocks, Cancellation cancellation) {
        if (blocks.size() == 1) {
            return blocks.getFirst();
        }
        long total = 0;
        for (Block block : blocks) {
            total += block.rows();
        }
        if (total > MOST_ROWS) {
            throw new DbException(
                    ErrorCode.TOO_MANY_ROWS,
                    "An operator that needs all its rows at once (a join, a window) got " + total
                            + " of them, maximum: " + MOST_ROWS);
        }
        int rows = (int) total;
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.width(); c++) {
            ColumnBuilder builder = ColumnBuilder.of(header.type(c), rows);
            for (Block block : blocks) {
                cancellation.check();
                builder.appendRange(block.column(c), 0, block.rows());
            }
            columns.add(builder.build());
        }
        return new Block(header, columns, rows);
    }
}
