package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.build_options: the version and what it runs on. */
@Builtin("build_options")
final class BuildOptionsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, value String""");

    BuildOptionsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        rows.row().set("name", "VERSION_STRING").set("value", context.version());
        rows.row().set("name", "VERSION_FULL").set("value", "ClickHouse " + context.version());
        rows.row().set("name", "SYSTEM").set("value", System.getProperty("os.name", ""));
        rows.row().set("name", "SYSTEM_PROCESSOR").set("value", System.getProperty("os.arch", ""));
        rows.row().set("name", "RUNTIME").set("value", System.getProperty("java.runtime.version", ""));
        return rows.build();
    }
}
