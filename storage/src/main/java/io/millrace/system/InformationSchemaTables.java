package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.tables: the tables of all databases. */
@Builtin("information_schema.tables")
final class InformationSchemaTables implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            table_catalog String, table_schema String, table_name String, table_type String, table_rows
            Nullable(UInt64), data_length Nullable(UInt64), index_length Nullable(UInt64), table_collation
            Nullable(String), table_comment Nullable(String)""");

    InformationSchemaTables() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (Table table : CatalogTables.all(context.catalog())) {
            rows.row()
                    .set("table_catalog", table.id().database())
                    .set("table_schema", table.id().database())
                    .set("table_name", table.id().name())
                    .set("table_type", type(table))
                    .set("table_collation", "utf8mb4_0900_ai_ci")
                    .set("table_comment", table.definition().comment());
            if (table instanceof Counted counted) {
                rows.set("table_rows", counted.rows()).set("data_length", counted.bytes());
            }
        }
        return InformationSchema.block(HEADER, rows);
    }

    private static String type(Table table) {
        String engine = table.definition().engineName();
        if (engine.endsWith("View")) {
            return "VIEW";
        }
        return engine.startsWith("System")
                ? "SYSTEM VIEW"
                : table instanceof Insertable ? "BASE TABLE" : "FOREIGN TABLE";
    }
}
