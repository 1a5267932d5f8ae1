package io.millrace.expressions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;

/**
 * The states of one aggregate function for all groups of one table, as arrays indexed by group number, not as objects per group.
 *
 * <p>Owned by one thread. Growing and reading take place between blocks; loops over rows are inside the implementation, where they are monomorphic.
 * Argument columns arrive plain (no constants, no dictionaries) unless the function says otherwise in its bind.
 */
public interface GroupedState {
    /** Makes room for {@code groups} groups; new ones are empty. Never shrinks. */
    void resize(int groups);

    /**
     * Adds each row to a group.
     *
     * @param groupOf group number of row i, for {@code rows} rows
     */
    void add(int[] groupOf, Column[] arguments, int rows);

    /** Adds rows {@code from} to {@code to} (exclusive) to one group: aggregation without keys, windows. */
    void addRange(int group, Column[] arguments, int from, int to);

    /**
     * Merges another table's states of the same function.
     *
     * @param targetOf group number here of the other's group i, for {@code groups} groups
     */
    void merge(GroupedState other, int[] targetOf, int groups);

    /** Final values of groups {@code from} to {@code to} (exclusive), as a column of the bound type. */
    Column result(int from, int to);

    /** Appends the state of a group in ClickHouse's binary form, which is also what -State gives and parts hold. */
    void write(int group, ByteSink out);

    /** Merges one state in that form into a group, consuming exactly its bytes. */
    void readMerge(int group, ByteSource in);

    /** Bytes held, for the query's budget and for deciding to spill. */
    long sizeBytes();
}
