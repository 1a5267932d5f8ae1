package io.millrace.catalog.ability;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows lie in parts: the MergeTree family. What {@code system.parts} shows. */
public interface HasParts {
    /** The parts of this moment, active ones and those that merges have replaced and that still lie on disk, in the order of their names. */
    List<PartFacts> parts();

    /** Whether parts are merged at this moment. */
    boolean isMerging();

    /** Parts that were taken out of the table and lie beside it: by DETACH, or because a start found them broken. */
    List<DetachedFacts> detachedParts();

    /**
     * A detached part.
     *
     * @param name the directory's name
     * @param partName the part it was, empty if the name does not say
     * @param reason such as {@code broken-on-start}, empty for DETACH
     */
    record DetachedFacts(String name, Optional<DetachedName> partName, String reason, long bytesOnDisk, String path) {}

    /** What a detached part's name says. */
    record DetachedName(String partitionId, long minBlock, long maxBlock, int level) {}

    /**
     * One data part.
     *
     * @param partition the values of the partition expression as text: {@code 202405} or {@code ('a',1)}, {@code tuple()} without partitions
     * @param partitionId as in the part's name
     * @param name the directory's name
     * @param partType {@code Wide} or {@code Compact}
     * @param active whether queries read it; false once a merge has replaced it
     * @param bytesOnDisk of all files
     * @param compressedBytes of the columns' data files
     * @param uncompressedBytes of the columns' data
     * @param marksBytes of the mark files
     * @param primaryKeyBytesInMemory of the primary index, 0 while it is not loaded
     * @param mutation version of the newest mutation it contains, 0 for none
     * @param path absolute path of its directory
     */
    record PartFacts(
            String partition,
            String partitionId,
            String name,
            String partType,
            boolean active,
            long marks,
            long rows,
            long bytesOnDisk,
            long compressedBytes,
            long uncompressedBytes,
            long marksBytes,
            long primaryKeyBytesInMemory,
            Instant modificationTime,
            long minBlock,
            long maxBlock,
            int level,
            long mutation,
            String path) {}
}
