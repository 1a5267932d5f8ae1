package io.millrace.data.block;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A header and one column of equal length for each of its fields: the unit that operators exchange.
 *
 * <p>Immutable. A block may have rows without columns ({@code SELECT count() FROM t} needs none), so the row count stands by itself.
 */
public record Block(Header header, List<Column> columns, int rows) {
    /** Rows that operators aim for, as ClickHouse's default {@code max_block_size}. */
    public static final int DEFAULT_ROWS = 65_409;

    public Block {
        columns = List.copyOf(columns);
    }

    /** The rows that builders have collected. */
    public static Block of(Header header, ColumnBuilder[] builders) {
        List<Column> columns = Arrays.stream(builders).map(ColumnBuilder::build).toList();
        return new Block(
                header, columns, columns.isEmpty() ? 0 : columns.getFirst().rows());
    }

    public Column column(int index) {
        return columns.get(index);
    }

    /** The rows whose bits are set, of which there are {@code selected}. */
    public Block filter(long[] bitmap, int selected) {
        if (selected == rows) {
            return this;
        }
        int[] positions = Bitmaps.positions(bitmap, rows, selected);
        return gather(positions, selected);
    }

    public Block gather(int[] positions, int count) {
        List<Column> result = new ArrayList<>(columns.size());
        for (Column column : columns) {
            result.add(column.gather(positions, count));
        }
        return new Block(header, result, count);
    }

    /** The rows from {@code from} to {@code to} (exclusive). */
    public Block slice(int from, int to) {
        if (from == 0 && to == rows) {
            return this;
        }
        List<Column> result = new ArrayList<>(columns.size());
        for (Column column : columns) {
            result.add(column.slice(from, to));
        }
        return new Block(header, result, to - from);
    }

    /** Some of the columns, by index, under a header that fits them. */
    public Block select(Header newHeader, int[] indexes) {
        List<Column> result = new ArrayList<>(indexes.length);
        for (int index : indexes) {
            result.add(columns.get(index));
        }
        return new Block(newHeader, result, rows);
    }

    /** Bytes held by the columns. */
    public long sizeBytes() {
        long size = 0;
        for (Column column : columns) {
            size += column.sizeBytes();
        }
        return size;
    }
}
