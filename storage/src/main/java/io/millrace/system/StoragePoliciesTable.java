package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;

/** system.storage_policies: the one policy, everything on the one disk. */
@Builtin("storage_policies")
final class StoragePoliciesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            policy_name String, volume_name String, volume_priority UInt64, disks Array(String), volume_type
            Enum8('JBOD' = 0, 'SINGLE_DISK' = 1, 'UNKNOWN' = 2), max_data_part_size UInt64, move_factor Float32,
            prefer_not_to_merge UInt8, perform_ttl_move_on_insert UInt8, load_balancing Enum8('ROUND_ROBIN' = 0,
            'LEAST_USED' = 1)""");

    StoragePoliciesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return new SystemRows(HEADER)
                .row()
                .set("policy_name", "default")
                .set("volume_name", "default")
                .set("volume_priority", 1)
                .set("disks", List.of("default"))
                .set("volume_type", "JBOD")
                .set("perform_ttl_move_on_insert", true)
                .set("load_balancing", "ROUND_ROBIN")
                .build();
    }
}
