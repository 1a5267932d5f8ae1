package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.table_functions: functions that may stand in FROM. */
@Builtin("table_functions")
final class TableFunctionsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, description String, allow_readonly UInt8""");

    TableFunctionsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        BuiltinIndex<TableFunction> functions = BuiltinIndex.of(TableFunction.class);
        for (String name : functions.names()) {
            String doc = functions.find(name).orElseThrow().doc();
            rows.row().set("name", name).set("description", doc).set("allow_readonly", true);
            functions
                    .aliases(name)
                    .forEach(alias -> rows.row()
                            .set("name", alias)
                            .set("description", doc)
                            .set("allow_readonly", true));
        }
        return rows.build();
    }
}
