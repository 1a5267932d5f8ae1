package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.mutations: empty, since changes are not queued. */
@Builtin("mutations")
final class MutationsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            database String, table String, mutation_id String, command String, create_time DateTime,
            `block_numbers.partition_id` Array(String), `block_numbers.number` Array(Int64),
            parts_in_progress_names Array(String), parts_to_do_names Array(String), parts_to_do Int64,
            parts_postpone_reasons Map(String, String), is_done UInt8, is_killed UInt8, latest_failed_part
            String, latest_fail_time DateTime, latest_fail_reason String, latest_fail_error_code_name String""");

    MutationsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return HEADER.emptyBlock();
    }
}
