package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.TypeNames;

/** system.data_type_families: the names that types begin with. */
@Builtin("data_type_families")
final class DataTypeFamiliesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, case_insensitive UInt8, alias_to String, description String, syntax String, examples
            String, introduced_in String, related Array(String)""");

    DataTypeFamiliesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (TypeNames.Name name : TypeNames.all()) {
            rows.row()
                    .set("name", name.name())
                    .set("case_insensitive", name.caseInsensitive())
                    .set("alias_to", name.aliasTo());
        }
        return rows.build();
    }
}
