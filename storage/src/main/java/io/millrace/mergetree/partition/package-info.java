/** PARTITION BY: the values and the id of a partition. Key types: {@link PartitionKey}, {@link PartitionId}. Immutable. */
@NullMarked
package io.millrace.mergetree.partition;

import org.jspecify.annotations.NullMarked;
