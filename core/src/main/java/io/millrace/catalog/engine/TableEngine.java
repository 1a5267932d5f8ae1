package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The seam for table engines: one file each, registered by {@code @Builtin}. Stateless. */
@Seam
public interface TableEngine {
    /** One sentence for {@code system.table_engines}. */
    String doc();

    /** Whether the engine has ORDER BY, PARTITION BY and settings: the MergeTree family. */
    default boolean hasKeys() {
        return false;
    }

    /**
     * Makes the table.
     *
     * @param attach true when files of it exist already (server start, ATTACH), false for CREATE
     */
    Table create(TableDefinition definition, TableServices services, boolean attach);
}
