package io.millrace.postgres.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that is ready to run. */
interface QueryPlan {
    List<Scope.Field> columns();

    /** Whether its rows depend on the query around it. */
    boolean isCorrelated();

    /**
     * The rows.
     *
     * @param around the row of the query around it that is looked at; of an outermost query a frame without values
     * @param most how many rows are of interest
     */
    List<@Nullable Object[]> rows(Frame around, int most);
}
