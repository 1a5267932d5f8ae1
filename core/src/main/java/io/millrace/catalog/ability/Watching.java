package io.millrace.catalog.ability;

import io.millrace.catalog.table.TableId;

/** A materialized view: gets the rows of every INSERT into its source. */
public interface Watching {
    /** The table whose inserts it follows. */
    TableId source();

    /** The table its rows go to. */
    TableId target();

    /** The SELECT text, over the source; what reading the view expands to is another text ({@link Expanding#query}). */
    String selectText();

    /** The database in which the text's unqualified names are looked up. */
    String database();
}
