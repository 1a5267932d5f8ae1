package io.millrace.catalog.ability;

/** Lives in files and has background work. */
public interface Persistent {
    /** Starts background work; called once the whole catalog is loaded. */
    void start();

    /** Stops background work and waits for it; the table is not used afterwards. */
    void shutdown();

    /** Removes the table's files, after {@link #shutdown}: DROP TABLE. */
    void dropFiles();
}
