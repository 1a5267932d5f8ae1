package io.millrace.catalog.ability;

import io.millrace.catalog.table.TableDefinition;
import java.util.Map;
import java.util.Optional;

/** The definition can change: ALTER TABLE ADD | DROP | MODIFY | RENAME COLUMN and the like. */
public interface Alterable {
    /** Throws if the engine cannot take the new definition, for example when a key column would go. Changes nothing. */
    void checkAlter(TableDefinition changed);

    /** Puts the new definition in force; its metadata is on disk already. Rows of older parts are converted when read. */
    void alter(TableDefinition changed);

    /**
     * Puts a definition in force in which columns are gone or have other names. Rows that are there follow: values of a gone column are gone for good, also when
     * a column of that name comes back. A crash leaves the old or the new state, as the definition on disk says.
     *
     * @param columns by the old name of each such column its new name, or nothing when it is gone
     * @param keep writes the new definition to disk; run once, when nothing but the disk can go wrong any more
     */
    default void alterColumns(TableDefinition changed, Map<String, Optional<String>> columns, Runnable keep) {
        keep.run();
        alter(changed);
    }
}
