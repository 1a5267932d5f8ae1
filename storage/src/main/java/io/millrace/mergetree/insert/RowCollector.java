package io.millrace.mergetree.insert;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.mergetree.stream.DefaultValues;
import java.util.ArrayList;
import java.util.List;

/** Rows collected from several blocks; each column is joined when it is asked for. Not thread-safe. */
final class RowCollector {
    private final Header header;
    private final List<Block> blocks = new ArrayList<>();
    private int rows;
    private long bytes;

    RowCollector(Header header) {
        this.header = header;
    }

    void add(Block block) {
        blocks.add(block);
        rows += block.rows();
        bytes += block.sizeBytes();
    }

    int rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    void clear() {
        blocks.clear();
        rows = 0;
        bytes = 0;
    }

    /** All rows of a column, in the layout of its type. */
    Column column(int index) {
        if (blocks.size() == 1) {
            return unfolded(blocks.getFirst().column(index));
        }
        ColumnBuilder builder = ColumnBuilder.of(header.type(index), rows);
        for (Block block : blocks) {
            Column column = unfolded(block.column(index));
            builder.appendRange(column, 0, block.rows());
        }
        return builder.build();
    }

    /** How many of some rows, in ascending order, have the default in a column; the column is not joined for it. */
    int defaults(int index, int[] sample) {
        int[] chosen = new int[sample.length];
        int defaults = 0;
        int at = 0;
        int begin = 0;
        for (Block block : blocks) {
            int end = begin + block.rows();
            int count = 0;
            while (at < sample.length && sample[at] < end) {
                chosen[count++] = sample[at++] - begin;
            }
            Column values = unfolded(block.column(index)).gather(chosen, count);
            defaults += DefaultValues.count(values, 0, count);
            begin = end;
        }
        return defaults;
    }

    private static Column unfolded(Column column) {
        return column instanceof ConstColumn constant ? constant.plain() : column;
    }

    /** A block of some of the columns joined; the others must not be looked at. */
    Block withColumns(Iterable<Integer> indexes) {
        List<Column> columns = new ArrayList<>();
        Column placeholder = new ByteColumn(new byte[0], 0);
        for (int i = 0; i < header.width(); i++) {
            columns.add(placeholder);
        }
        for (int index : indexes) {
            columns.set(index, column(index));
        }
        return new Block(header, columns, rows);
    }
}
