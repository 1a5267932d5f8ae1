/**
 * Making parts durable and visible. Key types: {@link CommitLog} (one synced record per insert, over all its tables), {@link PartStore} (the parts of one
 * table on disk and in memory), {@link CommitRecord}.
 *
 * <p>Locks, in this order: the lock of {@link PublishedParts}, then the log's or a store's monitor. No lock is held while waiting for a client.
 */
@NullMarked
package io.millrace.mergetree.commit;

import org.jspecify.annotations.NullMarked;
