package io.millrace.mergetree.merge;

import java.util.Optional;

/** What an engine of the MergeTree family does with rows of equal sorting keys. Columns are named by their index in the stored header. */
public sealed interface MergeMode {
    /** MergeTree: keeps them all. */
    record Ordinary() implements MergeMode {}

    /**
     * ReplacingMergeTree: keeps the row of the greatest version, of the same version the one inserted last.
     *
     * @param deleted column that marks the kept row as a deletion: FINAL does not show it
     */
    record Replacing(Optional<Integer> version, Optional<Integer> deleted) implements MergeMode {}

    /** AggregatingMergeTree: makes one row of them, merging aggregate states. */
    record Aggregating() implements MergeMode {}

    /** Whether rows of equal keys matter. */
    default boolean isOrdinary() {
        return this instanceof Ordinary;
    }

    /** Whether the result has rows that no source has. */
    default boolean combines() {
        return this instanceof Aggregating;
    }
}
