package io.millrace.tables;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A table without end whose values are random: generateRandom() and the engine GenerateRandom. Immutable; threads share it.
 *
 * <p>With one seed, one block size and one driver the rows are the same each time; they are not ClickHouse's numbers for that seed.
 */
public final class RandomTable implements Table {
    private final TableDefinition definition;
    private final OptionalLong seed;
    private final int maxStringLength;
    private final int maxArrayLength;

    /** @param seed empty for other values in every query */
    public RandomTable(TableDefinition definition, OptionalLong seed, int maxStringLength, int maxArrayLength) {
        this.definition = definition;
        this.seed = seed;
        this.maxStringLength = maxStringLength;
        this.maxArrayLength = maxArrayLength;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        long base = seed.orElse(request.context().seed() ^ System.nanoTime());
        return new CountedScan(
                request, OptionalLong.empty(), true, (from, rows) -> block(request.columns(), base, from, rows));
    }

    private Block block(Header header, long base, long from, int rows) {
        List<Column> columns = new ArrayList<>(header.width());
        for (Header.Field field : header.fields()) {
            // a column's values do not depend on which others are read
            RandomValues values =
                    new RandomValues(base + from * 31 + field.name().hashCode(), maxStringLength, maxArrayLength);
            ColumnBuilder builder = ColumnBuilder.of(field.type(), rows);
            values.append(field.type(), rows, builder);
            columns.add(builder.build());
        }
        return new Block(header, columns, rows);
    }
}
