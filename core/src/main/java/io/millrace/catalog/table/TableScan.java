package io.millrace.catalog.table;

import io.millrace.pipeline.flow.Sources;
import java.util.List;
import java.util.OptionalLong;

/** A prepared read of a table: what it will deliver, and which wishes it honours. */
public interface TableScan {
    /** Sources of blocks with exactly the requested columns. Called once, when the query starts to run. */
    Sources open();

    /** Whether delivered rows have already passed the request's filter. */
    default boolean filtered() {
        return false;
    }

    /** Rows the scan will look at, for progress; empty when unknown. */
    default OptionalLong rowsToRead() {
        return OptionalLong.empty();
    }

    /** Lines for EXPLAIN: indexes used, parts and granules left. */
    default List<String> explain() {
        return List.of();
    }
}
