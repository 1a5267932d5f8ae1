package io.millrace.tables;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import java.util.ArrayList;
import java.util.List;

/** Picks the columns that a scan wants out of blocks, by name; what a block does not have is its type's default. Immutable. */
record Projection(Header wanted) {
    Block apply(Block block) {
        if (block.header().equals(wanted)) {
            return block;
        }
        List<Column> columns = new ArrayList<>(wanted.width());
        for (Header.Field field : wanted.fields()) {
            int index = block.header().find(field.name()).orElse(-1);
            columns.add(index >= 0 ? block.column(index) : defaults(field, block.rows()));
        }
        return new Block(wanted, columns, block.rows());
    }

    private static Column defaults(Header.Field field, int rows) {
        ColumnBuilder one = ColumnBuilder.of(field.type(), 1);
        one.appendDefault();
        return repeated(one.build(), rows);
    }

    /** A column as readers of stored rows expect it: a constant repeated, in the layout of its type. */
    static Column stored(Column column) {
        return column instanceof ConstColumn constant ? repeated(constant.value(), constant.rows()) : column;
    }

    private static Column repeated(Column one, int rows) {
        return one.gather(new int[rows], rows);
    }
}
