package io.millrace.catalog.ability;

import io.millrace.catalog.table.TableDefinition;

/** The definition can change: ALTER TABLE ADD | DROP | MODIFY COLUMN and the like. */
public interface Alterable {
    /** Throws if the engine cannot take the new definition, for example when a key column would go. Changes nothing. */
    void checkAlter(TableDefinition changed);

    /** Puts the new definition in force; its metadata is on disk already. Rows of older parts are converted when read. */
    void alter(TableDefinition changed);
}
