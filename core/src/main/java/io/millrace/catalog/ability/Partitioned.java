package io.millrace.catalog.ability;

import io.millrace.data.column.Column;
import java.util.List;

/** Rows lie in partitions that can be dropped as a whole. */
public interface Partitioned {
    /** Id of the partition with these values of the PARTITION BY expressions (one plain column of one row each). */
    String partitionId(List<Column> values);

    /** ALTER TABLE DROP PARTITION. */
    void dropPartition(String partitionId);

    /** ALTER TABLE DETACH PARTITION: its parts move to {@code detached/}. */
    void detachPartition(String partitionId);

    /** ALTER TABLE ATTACH PARTITION: the parts of {@code detached/} come back. */
    void attachPartition(String partitionId);

    /** ALTER TABLE ATTACH PART. */
    void attachPart(String partName);

    /** ALTER TABLE CLEAR COLUMN: the column has its default value in all rows of these partitions. */
    void clearColumn(String column, List<String> partitionIds);

    /** Ids of the partitions that have rows. */
    List<String> partitionIds();
}
