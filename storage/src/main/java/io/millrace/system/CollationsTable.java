package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.collations: empty, since texts are ordered by their bytes. */
@Builtin("collations")
final class CollationsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, language Nullable(String)""");

    CollationsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return HEADER.emptyBlock();
    }
}
