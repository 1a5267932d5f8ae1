package io.millrace.engine.insert;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins small blocks until they are worth a part, and writes them to a table. Rows are copied as they come, so that the blocks die young; the collector of
 * garbage would otherwise move all of them about. One thread at a time.
 */
final class BlockCollector implements AutoCloseable {
    /** Bytes after which the blocks so far tell how large all of them will be. */
    private static final long SAMPLE_BYTES = 8L << 20;

    private final TableWriter writer;
    private final Header header;
    private final long minRows;
    private final long minBytes;
    private final Reservation held;
    /** The first blocks; nothing once there are builders. */
    private final List<Block> sample = new ArrayList<>();
    /** All rows, for more than a few blocks; else empty. */
    private ColumnBuilder[] builders = {};

    private long rows;
    private long bytes;

    BlockCollector(TableWriter writer, Header header, long minRows, long minBytes, MemoryTracker memory) {
        this.writer = writer;
        this.header = header;
        this.minRows = minRows;
        this.minBytes = minBytes;
        this.held = new Reservation(memory);
    }

    void add(Block block) {
        if (block.rows() == 0) {
            return;
        }
        held.resize(bytes + block.sizeBytes());
        rows += block.rows();
        bytes += block.sizeBytes();
        if (builders.length > 0) {
            append(block);
        } else {
            sample.add(block);
        }
        if (rows >= minRows || bytes >= minBytes) {
            flush();
        } else if (builders.length == 0 && bytes >= SAMPLE_BYTES) {
            startBuilding(Math.min(1.0 * minRows / rows, 1.0 * minBytes / bytes));
        }
    }

    private void append(Block block) {
        for (int column = 0; column < builders.length; column++) {
            builders[column].appendRange(block.column(column), 0, block.rows());
        }
    }

    /** Copies the sample into builders that have room for {@code share} times its rows. */
    private void startBuilding(double share) {
        double roomy = share * 1.05;
        int expectedRows = (int) Math.min(1 << 30, rows * roomy) + 1;
        ColumnBuilder[] begun = new ColumnBuilder[header.width()];
        for (int i = 0; i < begun.length; i++) {
            int column = i;
            boolean strings = sample.stream().allMatch(b -> b.column(column) instanceof StringColumn);
            begun[i] = strings
                    ? new StringColumn.Builder(expectedRows, (long) (stringBytes(column) * roomy))
                    : ColumnBuilder.of(header.type(column), expectedRows);
        }
        builders = begun;
        sample.forEach(this::append);
        sample.clear();
    }

    private long stringBytes(int column) {
        return sample.stream()
                .mapToLong(b -> b.column(column).sizeBytes() - 4L * b.rows())
                .sum();
    }

    /** Writes what there is. */
    void flush() {
        if (rows == 0) {
            return;
        }
        if (builders.length == 0 && sample.size() > 1) {
            startBuilding(1);
        }
        List<Column> columns = builders.length == 0
                ? sample.getFirst().columns()
                : Arrays.stream(builders).map(ColumnBuilder::build).toList();
        Block joined = new Block(header, columns, (int) rows);
        sample.clear();
        builders = new ColumnBuilder[0];
        rows = 0;
        bytes = 0;
        // from here on the writer answers for them
        held.resize(0);
        writer.write(joined);
    }

    PreparedInsert prepare() {
        flush();
        return writer.prepare();
    }

    @Override
    public void close() {
        held.close();
        writer.close();
    }
}
