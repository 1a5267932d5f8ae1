package io.millrace.catalog.ability;

/** All rows can be removed at once: TRUNCATE TABLE. */
public interface Truncatable {
    void truncate();
}
