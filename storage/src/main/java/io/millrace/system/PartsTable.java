package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.HasParts;
import io.millrace.catalog.ability.HasParts.PartFacts;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Map;

/** system.parts: the data parts of the MergeTree family. */
@Builtin("parts")
final class PartsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            partition String, name String, uuid UUID, part_type String, active UInt8, marks UInt64, rows UInt64,
            files UInt64, bytes_on_disk UInt64, data_compressed_bytes UInt64, data_uncompressed_bytes UInt64,
            primary_key_size UInt64, marks_bytes UInt64, secondary_indices_compressed_bytes UInt64,
            secondary_indices_uncompressed_bytes UInt64, secondary_indices_marks_bytes UInt64, modification_time
            DateTime, remove_time DateTime, refcount UInt32, min_date Date, max_date Date, min_time DateTime,
            max_time DateTime, partition_id String, min_block_number Int64, max_block_number Int64, level
            UInt32, data_version UInt64, primary_key_bytes_in_memory UInt64,
            primary_key_bytes_in_memory_allocated UInt64, index_granularity_bytes_in_memory UInt64,
            index_granularity_bytes_in_memory_allocated UInt64, is_frozen UInt8, database String, table String,
            engine String, disk_name String, path String, hash_of_all_files String, hash_of_uncompressed_files
            String, uncompressed_hash_of_compressed_files String, delete_ttl_info_min DateTime,
            delete_ttl_info_max DateTime, `move_ttl_info.expression` Array(String), `move_ttl_info.min`
            Array(DateTime), `move_ttl_info.max` Array(DateTime), default_compression_codec String,
            `recompression_ttl_info.expression` Array(String), `recompression_ttl_info.min` Array(DateTime),
            `recompression_ttl_info.max` Array(DateTime), `group_by_ttl_info.expression` Array(String),
            `group_by_ttl_info.min` Array(DateTime), `group_by_ttl_info.max` Array(DateTime),
            `rows_where_ttl_info.expression` Array(String), `rows_where_ttl_info.min` Array(DateTime),
            `rows_where_ttl_info.max` Array(DateTime), projections Array(String), visible UInt8, creation_tid
            Tuple(UInt64, UInt64, UUID), removal_tid_lock UInt64, removal_tid Tuple(UInt64, UInt64, UUID),
            creation_csn UInt64, removal_csn UInt64, has_lightweight_delete UInt8, last_removal_attempt_time
            DateTime, removal_state String""");

    PartsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bytes", "bytes_on_disk", "marks_size", "marks_bytes", "part_name", "name");
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        for (Table table : CatalogTables.all(context.catalog())) {
            if (table instanceof HasParts parted) {
                parted.parts().forEach(part -> add(table, part, rows.row()));
            }
        }
        return rows.build();
    }

    private static void add(Table table, PartFacts part, SystemRows rows) {
        rows.set("partition", part.partition())
                .set("name", part.name())
                .set("part_type", part.partType())
                .set("active", part.active())
                .set("marks", part.marks())
                .set("rows", part.rows())
                .set("bytes_on_disk", part.bytesOnDisk())
                .set("data_compressed_bytes", part.compressedBytes())
                .set("data_uncompressed_bytes", part.uncompressedBytes())
                .set("marks_bytes", part.marksBytes())
                .set("modification_time", part.modificationTime())
                .set("refcount", 1)
                .set("partition_id", part.partitionId())
                .set("min_block_number", part.minBlock())
                .set("max_block_number", part.maxBlock())
                .set("level", part.level())
                .set("data_version", part.mutation() > 0 ? part.mutation() : part.minBlock())
                .set("primary_key_bytes_in_memory", part.primaryKeyBytesInMemory())
                .set("primary_key_bytes_in_memory_allocated", part.primaryKeyBytesInMemory())
                .set("database", table.id().database())
                .set("table", table.id().name())
                .set("engine", table.definition().engineName())
                .set("disk_name", "default")
                .set("path", part.path())
                .set("visible", part.active());
    }
}
