package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.detached_parts: parts that were taken out of their tables; they are not listed. */
@Builtin("detached_parts")
final class DetachedPartsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            database String, table String, partition_id Nullable(String), name String, bytes_on_disk UInt64,
            modification_time DateTime, disk String, path String, reason Nullable(String), min_block_number
            Nullable(Int64), max_block_number Nullable(Int64), level Nullable(UInt32)""");

    DetachedPartsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return HEADER.emptyBlock();
    }
}
