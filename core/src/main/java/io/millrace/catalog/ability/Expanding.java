package io.millrace.catalog.ability;

/** A view: the planner puts its query in its place. */
public interface Expanding {
    /** The SELECT text of the view. */
    String query();

    /** The database in which the text's unqualified names are looked up. */
    String database();
}
