package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.macros: what the configuration has in {@code macros}. */
@Builtin("macros")
final class MacrosTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            macro String, substitution String""");

    MacrosTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        context.macros().forEach((macro, text) -> rows.row().set("macro", macro).set("substitution", text));
        return rows.build();
    }
}
