package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.HasParts;
import io.millrace.catalog.ability.HasParts.DetachedFacts;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.detached_parts: parts that were taken out of their tables, by DETACH or because a start found them broken. */
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
        SystemRows rows = new SystemRows(HEADER);
        for (Table table : CatalogTables.all(context.catalog())) {
            if (table instanceof HasParts parted) {
                parted.detachedParts().forEach(part -> add(table, part, rows.row()));
            }
        }
        return rows.build();
    }

    private static void add(Table table, DetachedFacts part, SystemRows row) {
        row.set("database", table.id().database())
                .set("table", table.id().name())
                .set("name", part.name())
                .set("bytes_on_disk", part.bytesOnDisk())
                .set("disk", "default")
                .set("path", part.path())
                .set("reason", part.reason());
        part.partName()
                .ifPresent(name -> row.set("partition_id", name.partitionId())
                        .set("min_block_number", name.minBlock())
                        .set("max_block_number", name.maxBlock())
                        .set("level", name.level()));
    }
}
