package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.collations: empty, since texts are ordered by their bytes. */
@Builtin("information_schema.collations")
final class InformationSchemaCollations implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            collation_name String""");

    InformationSchemaCollations() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);
        return InformationSchema.block(HEADER, rows);
    }
}
