package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.roles: the roles that SQL has made. */
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
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.RoleFacts role : context.roles()) {
            rows.row().set("name", role.name()).set("id", role.id()).set("storage", role.storage());
        }
        return rows.build();
    }
}
