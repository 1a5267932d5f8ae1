package io.millrace.catalog.ability;

import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Rows that are there already can be deleted or get new values: ALTER TABLE DELETE and UPDATE, DELETE FROM. Thread-safe. */
public interface Mutable {
    /**
     * Refuses an UPDATE of columns that cannot be updated.
     *
     * @throws io.millrace.base.error.DbException CANNOT_UPDATE_COLUMN, NO_SUCH_COLUMN_IN_TABLE
     */
    void checkUpdate(List<String> columns);

    /**
     * Changes rows; all of them or, when anything fails, none. Returns when the change is durable and visible.
     *
     * @param context of the query that waits for it
     */
    void mutate(Mutation mutation, EvaluationContext context);

    /** The newest mutations, oldest first. */
    List<MutationFacts> mutations();

    /**
     * A mutation.
     *
     * @param command as {@code system.mutations} shows it
     * @param change binds the expressions to the table's columns and runs their subqueries. Asked once, when no other change of the table can come in between
     */
    record Mutation(String command, Supplier<RowChange> change) {}

    /**
     * What a mutation does with rows.
     *
     * @param condition is true for the rows that change; empty for all
     * @param updated new values by column, in the columns' types; the rows are deleted when there is none
     */
    record RowChange(Optional<RowValue> condition, Map<String, RowValue> updated) {}

    /**
     * What is computed from the values of a row.
     *
     * @param inputs the columns that are needed, stored ones and those that every scan offers
     */
    record RowValue(Header inputs, Expression expression) {}

    /**
     * What {@code system.mutations} shows.
     *
     * @param number the data version of parts that contain the change
     * @param blocks by partition the number below which blocks were changed; the empty name stands for all partitions
     */
    record MutationFacts(
            String id, String command, Instant created, long number, Map<String, Long> blocks, boolean done) {}
}
