package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.table_engines: what ENGINE = can say. */
@Builtin("table_engines")
final class TableEnginesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, supports_settings UInt8, supports_skipping_indices UInt8, supports_projections UInt8,
            supports_sort_order UInt8, supports_ttl UInt8, supports_replication UInt8, supports_deduplication
            UInt8, supports_parallel_insert UInt8, description String, syntax String, examples String,
            introduced_in String, related Array(String)""");

    TableEnginesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        BuiltinIndex<TableEngine> engines = BuiltinIndex.of(TableEngine.class);
        for (String name : engines.names()) {
            TableEngine engine = engines.find(name).orElseThrow();
            rows.row()
                    .set("name", name)
                    .set("supports_settings", engine.hasKeys())
                    .set("supports_sort_order", engine.hasKeys())
                    .set("supports_deduplication", engine.hasKeys())
                    .set("supports_parallel_insert", true)
                    .set("description", engine.doc());
        }
        return rows.build();
    }
}
