package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.disks: the one disk, that of the data directory. */
@Builtin("disks")
final class DisksTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, path String, free_space UInt64, total_space UInt64, unreserved_space UInt64,
            keep_free_space UInt64, type String, object_storage_type String, metadata_type String, is_encrypted
            UInt8, is_read_only UInt8, is_write_once UInt8, is_remote UInt8, is_broken UInt8, cache_path String""");

    DisksTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return new SystemRows(HEADER)
                .row()
                .set("name", "default")
                .set("type", "Local")
                .set("object_storage_type", "None")
                .set("metadata_type", "None")
                .build();
    }
}
