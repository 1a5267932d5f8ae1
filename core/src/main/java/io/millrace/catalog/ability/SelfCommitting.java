package io.millrace.catalog.ability;

/** Prepared rows of a table without durable storage: made visible by the engine right after the durable part of the same INSERT was committed. */
public interface SelfCommitting extends PreparedInsert {
    void publish();
}
