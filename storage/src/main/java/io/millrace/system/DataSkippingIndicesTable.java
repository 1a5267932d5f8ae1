package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.print.SqlPrinter;

/** system.data_skipping_indices: the skip indexes that definitions of tables name. */
@Builtin("data_skipping_indices")
final class DataSkippingIndicesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            database String, table String, name String, type String, type_full String, expr String,
            creation String, granularity UInt64, data_compressed_bytes UInt64, data_uncompressed_bytes UInt64,
            marks_bytes UInt64""");

    DataSkippingIndicesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (Table table : CatalogTables.all(context.catalog())) {
            for (TableElement.Index index : DefinitionTexts.indexes(table.definition())) {
                String full = index.type().map(SqlPrinter::oneLine).orElse("");
                rows.row()
                        .set("database", table.id().database())
                        .set("table", table.id().name())
                        .set("name", index.name())
                        .set(
                                "type",
                                index.type().map(DataSkippingIndicesTable::name).orElse(""))
                        .set("type_full", full)
                        .set("expr", SqlPrinter.oneLine(index.expression()))
                        .set("creation", "Explicit")
                        .set("granularity", index.granularity().orElse(1L));
            }
        }
        return rows.build();
    }

    private static String name(Expr type) {
        return switch (type) {
            case Expr.FunctionCall call -> call.name();
            case Expr.Identifier identifier -> identifier.fullName();
            default -> SqlPrinter.oneLine(type);
        };
    }
}
