package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;

/** information_schema.character_sets: encodings that clients may ask for. */
@Builtin("information_schema.character_sets")
final class InformationSchemaCharacterSets implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            character_set_name String""");

    InformationSchemaCharacterSets() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);

        for (String name : List.of("utf8", "utf8mb4", "ascii", "binary")) {
            rows.row().set("character_set_name", name);
        }
        return InformationSchema.block(HEADER, rows);
    }
}
