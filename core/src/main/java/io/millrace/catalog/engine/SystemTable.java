package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Map;

/** The seam for tables of {@code system}: one file each, registered by {@code @Builtin} under the table's name. Stateless. */
@Seam
public interface SystemTable {
    Header header();

    /** Columns that are other names for one of the header's: alias to column. Not in {@code SELECT *}. */
    default Map<String, String> aliases() {
        return Map.of();
    }

    /** All rows as they are at this moment. */
    Block rows(SystemContext context);
}
