package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** The seam for tables of {@code system}: one file each, registered by {@code @Builtin} under the table's name. Stateless. */
@Seam
public interface SystemTable {
    Header header();

    /** All rows as they are at this moment. */
    Block rows(SystemContext context);
}
