package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.Mutable;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;

/** system.mutations: the newest changes of rows; they are not queued, so all are done. */
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
        SystemRows rows = new SystemRows(HEADER);
        for (Table table : CatalogTables.all(context.catalog())) {
            if (table instanceof Mutable mutable) {
                mutable.mutations().forEach(m -> add(table, m, rows.row()));
            }
        }
        return rows.build();
    }

    private static void add(Table table, Mutable.MutationFacts mutation, SystemRows rows) {
        rows.set("database", table.definition().id().database())
                .set("table", table.definition().id().name())
                .set("mutation_id", mutation.id())
                .set("command", mutation.command())
                .set("create_time", mutation.created())
                .set("block_numbers.partition_id", List.copyOf(mutation.blocks().keySet()))
                .set("block_numbers.number", List.copyOf(mutation.blocks().values()))
                .set("is_done", mutation.done());
    }
}
