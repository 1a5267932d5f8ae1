package io.millrace.catalog.ability;

import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * A change of rows.
     *
     * @param command as {@code system.mutations} shows it
     * @param updated columns that get new values; the rows are deleted when there is none
     * @param rows finds the rows: blocks of {@code _part}, {@code _part_offset} and the new values, in the types of the columns. Asked once, while the rows
     *     stay where they are
     */
    record Mutation(String command, List<String> updated, Supplier<List<Block>> rows) {
        public Mutation {
            updated = List.copyOf(updated);
        }
    }

    /**
     * What {@code system.mutations} shows.
     *
     * @param number the data version of parts that contain the change
     * @param blocks by partition the number below which blocks were changed; the empty name stands for all partitions
     */
    record MutationFacts(
            String id, String command, Instant created, long number, Map<String, Long> blocks, boolean done) {}
}
