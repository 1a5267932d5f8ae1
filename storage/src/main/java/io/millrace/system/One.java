package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.one: one row, for queries that need no table. */
@Builtin("one")
final class One implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            dummy UInt8""");

    One() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return new SystemRows(HEADER).row().build();
    }
}
