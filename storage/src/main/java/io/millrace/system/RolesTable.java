package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.roles: empty, since there are no roles. */
@Builtin("roles")
final class RolesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, id UUID, storage String""");

    RolesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        return HEADER.emptyBlock();
    }
}
