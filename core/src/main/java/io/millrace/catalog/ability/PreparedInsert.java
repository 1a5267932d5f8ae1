package io.millrace.catalog.ability;

/** The rows of one INSERT into one table, written but not visible. Given to {@link Committer#commit}. */
public interface PreparedInsert {
    long rows();

    /** Uncompressed bytes. */
    long bytes();

    /** Throws the rows away. */
    void discard();
}
