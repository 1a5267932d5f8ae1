package io.millrace.pipeline.operator.buffer;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;

/** Many blocks as one. */
public final class Concatenation {
    private Concatenation() {}

    /** The rows of all blocks, in the layouts of the header's types. */
    public static Block of(Header header, List<Block> blocks) {
        if (blocks.size() == 1) {
            return blocks.getFirst();
        }
        long total = 0;
        for (Block block : blocks) {
            total += block.rows();
        }
        int rows = Math.toIntExact(total);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.width(); c++) {
            ColumnBuilder builder = ColumnBuilder.of(header.type(c), rows);
            for (Block block : blocks) {
                builder.appendRange(block.column(c), 0, block.rows());
            }
            columns.add(builder.build());
        }
        return new Block(header, columns, rows);
    }
}
