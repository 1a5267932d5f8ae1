package io.millrace.tables;

import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;

/** A table of fixed rows: what {@code values(...)} and the like give. Immutable; threads share it. */
public final class BlockTable implements Table, Counted {
    private final TableDefinition definition;
    private final List<Block> blocks;

    public BlockTable(String name, Header header, List<Block> blocks) {
        this.definition = TableDefinition.simple(new TableId("_table_function", name), name, header);
        this.blocks = blocks.stream().filter(block -> block.rows() > 0).toList();
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return new BlockScan(blocks, request);
    }

    @Override
    public long rows() {
        return blocks.stream().mapToLong(Block::rows).sum();
    }

    @Override
    public long bytes() {
        return blocks.stream().mapToLong(Block::sizeBytes).sum();
    }
}
