package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.views: the views of all databases. */
@Builtin("information_schema.views")
final class InformationSchemaViews implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            table_catalog String, table_schema String, table_name String, view_definition String, check_option
            String, is_updatable Enum8('NO' = 0, 'YES' = 1), is_insertable_into Enum8('NO' = 0, 'YES' = 1),
            is_trigger_updatable Enum8('NO' = 0, 'YES' = 1), is_trigger_deletable Enum8('NO' = 0, 'YES' = 1),
            is_trigger_insertable_into Enum8('NO' = 0, 'YES' = 1)""");

    InformationSchemaViews() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (Table table : CatalogTables.all(context.catalog())) {
            if (table.definition().engineName().endsWith("View")) {
                rows.row()
                        .set("table_catalog", table.id().database())
                        .set("table_schema", table.id().database())
                        .set("table_name", table.id().name())
                        .set("view_definition", DefinitionTexts.select(table))
                        .set("check_option", "NONE")
                        .set("is_insertable_into", table instanceof Watching ? "YES" : "NO");
            }
        }
        return InformationSchema.block(HEADER, rows);
    }
}
