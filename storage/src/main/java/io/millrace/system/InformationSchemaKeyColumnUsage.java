package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.key_column_usage: the columns of primary keys. */
@Builtin("information_schema.key_column_usage")
final class InformationSchemaKeyColumnUsage implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            constraint_catalog String, constraint_schema String, constraint_name Nullable(String), table_catalog
            String, table_schema String, table_name String, column_name Nullable(String), ordinal_position
            UInt32, position_in_unique_constraint Nullable(UInt32), referenced_table_schema Nullable(String),
            referenced_table_name Nullable(String), referenced_column_name Nullable(String)""");

    InformationSchemaKeyColumnUsage() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (Table table : CatalogTables.all(context.catalog())) {
            for (String column : DefinitionTexts.columns(table.definition().primaryKey())) {
                rows.row()
                        .set("constraint_catalog", "def")
                        .set("constraint_schema", table.id().database())
                        .set("constraint_name", "PRIMARY")
                        .set("table_catalog", "def")
                        .set("table_schema", table.id().database())
                        .set("table_name", table.id().name())
                        .set("column_name", column)
                        .set("ordinal_position", 1);
            }
        }
        return InformationSchema.block(HEADER, rows);
    }
}
