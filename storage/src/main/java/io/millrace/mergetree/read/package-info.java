/**
 * Reading parts for queries. Key types: {@link PartsScan} (a prepared read), {@link BlockReader} (granules of one part to a filtered block), {@link
 * ReadQueue} (work shared by drivers), {@link RowMasks} (rows that FINAL or deletions hide). A driver owns its readers; plans and queues are shared.
 */
@NullMarked
package io.millrace.mergetree.read;

import org.jspecify.annotations.NullMarked;
