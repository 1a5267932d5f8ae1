package io.millrace.tables;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * Numbers at even distances in one UInt64 column: numbers(), generate_series(), system.numbers. Immutable; threads share it.
 *
 * <p>One source gives them in order, as ClickHouse's single-threaded functions do; with several, blocks are dealt out to whoever asks.
 */
public final class NumbersTable implements Table {
    private final TableDefinition definition;
    private final long first;
    private final long step;
    private final OptionalLong count;
    private final boolean parallel;

    /**
     * @param definition a table of one column of type UInt64
     * @param count how many numbers, without sign; empty for no end. Numbers wrap around at 2^64
     * @param parallel whether several drivers may read, in no order
     */
    public NumbersTable(TableDefinition definition, long first, long step, OptionalLong count, boolean parallel) {
        this.definition = definition;
        this.first = first;
        this.step = step;
        this.count = count;
        this.parallel = parallel;
    }

    /** The one column. */
    public static Header header(String name) {
        return Header.of(new Header.Field(name, Types.UINT64));
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return new CountedScan(request, count, parallel, (from, rows) -> block(request.columns(), from, rows));
    }

    private Block block(Header header, long from, int rows) {
        if (header.width() == 0) {
            return new Block(header, List.of(), rows);
        }
        long[] values = new long[rows];
        long start = first + from * step;
        for (int i = 0; i < rows; i++) {
            values[i] = start + i * step;
        }
        LongColumn column = new LongColumn(values, rows);
        return new Block(header, Collections.nCopies(header.width(), column), rows);
    }
}
