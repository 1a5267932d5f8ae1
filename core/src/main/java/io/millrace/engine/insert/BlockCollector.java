package io.millrace.engine.insert;

import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;

/** Joins small blocks until they are worth a part, and writes them to a table. One thread at a time. */
final class BlockCollector implements AutoCloseable {
    private final TableWriter writer;
    private final Header header;
    private final long minRows;
    private final long minBytes;
    private final List<Block> collected = new ArrayList<>();
    private long rows;
    private long bytes;

    BlockCollector(TableWriter writer, Header header, long minRows, long minBytes) {
        this.writer = writer;
        this.header = header;
        this.minRows = minRows;
        this.minBytes = minBytes;
    }

    void add(Block block) {
        if (block.rows() == 0) {
            return;
        }
        collected.add(block);
        rows += block.rows();
        bytes += block.sizeBytes();
        if (rows >= minRows || bytes >= minBytes) {
            flush();
        }
    }

    private void flush() {
        if (!collected.isEmpty()) {
            writer.write(joined());
            collected.clear();
            rows = 0;
            bytes = 0;
        }
    }

    private Block joined() {
        if (collected.size() == 1) {
            return collected.getFirst();
        }
        List<Column> columns = new ArrayList<>(header.width());
        for (int column = 0; column < header.width(); column++) {
            ColumnBuilder builder = ColumnBuilder.of(header.type(column), (int) rows);
            for (Block block : collected) {
                builder.appendRange(block.column(column), 0, block.rows());
            }
            columns.add(builder.build());
        }
        return new Block(header, columns, (int) rows);
    }

    PreparedInsert prepare() {
        flush();
        return writer.prepare();
    }

    @Override
    public void close() {
        writer.close();
    }
}
