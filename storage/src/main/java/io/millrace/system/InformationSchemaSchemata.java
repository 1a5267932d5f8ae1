package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.schemata: the databases. */
@Builtin("information_schema.schemata")
final class InformationSchemaSchemata implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            catalog_name String, schema_name String, schema_owner String, default_character_set_catalog
            Nullable(String), default_character_set_schema Nullable(String), default_character_set_name
            Nullable(String), sql_path Nullable(String)""");

    InformationSchemaSchemata() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (String name : context.catalog().databases()) {
            rows.row().set("catalog_name", name).set("schema_name", name).set("schema_owner", "default");
        }
        return InformationSchema.block(HEADER, rows);
    }
}
