package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.referential_constraints: empty, since tables do not refer to each other. */
@Builtin("information_schema.referential_constraints")
final class InformationSchemaReferentialConstraints implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            constraint_catalog String, constraint_schema String, constraint_name Nullable(String),
            unique_constraint_catalog String, unique_constraint_schema String, unique_constraint_name
            Nullable(String), match_option String, update_rule String, delete_rule String, table_name String,
            referenced_table_name String""");

    InformationSchemaReferentialConstraints() {}

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
