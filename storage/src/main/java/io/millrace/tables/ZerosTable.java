package io.millrace.tables;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.type.Types;
import java.util.Collections;
import java.util.OptionalLong;

/** Zeros in one UInt8 column: zeros(), system.zeros. All blocks share one array. Immutable; threads share it. */
public final class ZerosTable implements Table {
    /** The one column, {@code zero}. */
    public static final Header HEADER = Header.of(new Header.Field("zero", Types.UINT8));

    private final TableDefinition definition;
    private final OptionalLong count;
    private final boolean parallel;

    /**
     * @param count how many, without sign; empty for no end
     * @param parallel whether several drivers may read
     */
    public ZerosTable(TableDefinition definition, OptionalLong count, boolean parallel) {
        this.definition = definition;
        this.count = count;
        this.parallel = parallel;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        byte[] zeros = new byte[request.blockRows()];
        Header header = request.columns();
        return new CountedScan(request, count, parallel, (from, rows) -> {
            ByteColumn column = new ByteColumn(zeros, rows);
            return new Block(header, Collections.nCopies(header.width(), column), rows);
        });
    }
}
