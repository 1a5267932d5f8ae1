package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.engines: what ENGINE = can say. */
@Builtin("information_schema.engines")
final class InformationSchemaEngines implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            engine String, support String""");

    InformationSchemaEngines() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (String name : BuiltinIndex.of(TableEngine.class).names()) {
            rows.row().set("engine", name).set("support", name.equals("MergeTree") ? "DEFAULT" : "YES");
        }
        return InformationSchema.block(HEADER, rows);
    }
}
