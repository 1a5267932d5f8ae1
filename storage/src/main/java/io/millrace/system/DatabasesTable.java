package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Map;
import java.util.Set;

/** system.databases: the databases there are. */
@Builtin("databases")
final class DatabasesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, engine String, data_path String, metadata_path String, uuid UUID, engine_full String,
            comment String, is_external UInt8""");

    private static final Set<String> BUILT_IN = Set.of("system", "information_schema", "INFORMATION_SCHEMA");

    DatabasesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("database", "name");
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        for (String name : context.catalog().databases()) {
            boolean builtIn = BUILT_IN.contains(name);
            rows.row()
                    .set("name", name)
                    .set("engine", builtIn ? "Memory" : "Atomic")
                    .set("engine_full", builtIn ? "Memory" : "Atomic");
        }
        return rows.build();
    }
}
