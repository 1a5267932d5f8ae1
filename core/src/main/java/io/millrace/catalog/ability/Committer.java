package io.millrace.catalog.ability;

import io.millrace.catalog.table.TableId;
import java.util.List;
import java.util.Optional;

/**
 * Makes prepared inserts durable and visible, all of them or none: an INSERT with its materialized views, or a batch of changes over several tables,
 * with one synced record. Thread-safe; concurrent commits share a sync.
 */
public interface Committer {
    /**
     * @param token names the insert for retries ({@code insert_deduplication_token}); scoped by {@code target}
     * @return false if an insert with that token was committed before: the prepared rows have been discarded
     */
    boolean commit(TableId target, List<PreparedInsert> inserts, Optional<String> token);

    /** Whether a token is known already: a cheap refusal before data is read. */
    boolean isCommitted(TableId target, String token);
}
