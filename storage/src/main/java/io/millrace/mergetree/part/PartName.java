package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.Optional;

/**
 * The name of a part: {@code <partition>_<min block>_<max block>_<level>[_<mutation>]}.
 *
 * @param mutation data version, 0 when the part was never mutated
 */
public record PartName(String partitionId, long minBlock, long maxBlock, int level, long mutation)
        implements Comparable<PartName> {
    /** A part of fresh rows. */
    public static PartName inserted(String partitionId, long block, int level) {
        return new PartName(partitionId, block, block, level, 0);
    }

    /** Reads a directory name; empty when it is none. */
    public static Optional<PartName> parse(String text) {
        String[] pieces = text.split("_", -1);
        if (pieces.length < 4 || pieces.length > 5 || pieces[0].isEmpty()) {
            return Optional.empty();
        }
        try {
            PartName name = new PartName(
                    pieces[0],
                    Long.parseLong(pieces[1]),
                    Long.parseLong(pieces[2]),
                    Integer.parseUnsignedInt(pieces[3]),
                    pieces.length == 5 ? Long.parseLong(pieces[4]) : 0);
            return name.minBlock <= name.maxBlock ? Optional.of(name) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads a name that must be one. */
    public static PartName of(String text) {
        return parse(text)
                .orElseThrow(() -> new DbException(ErrorCode.BAD_DATA_PART_NAME, "Unexpected part name: " + text));
    }

    /** The part that a merge of neighbouring parts gives. */
    public static PartName merged(Iterable<PartName> sources) {
        String partition = "";
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        int level = 0;
        long mutation = 0;
        for (PartName source : sources) {
            partition = source.partitionId;
            min = Math.min(min, source.minBlock);
            max = Math.max(max, source.maxBlock);
            level = Math.max(level, source.level);
            mutation = Math.max(mutation, source.mutation);
        }
        return new PartName(partition, min, max, level + 1, mutation);
    }

    /** The part that a mutation makes of this one. */
    public PartName mutated(long number) {
        return new PartName(partitionId, minBlock, maxBlock, level, number);
    }

    /** Whether this part's rows include those of another, which is then out of date. */
    public boolean contains(PartName other) {
        return partitionId.equals(other.partitionId)
                && minBlock <= other.minBlock
                && maxBlock >= other.maxBlock
                && level >= other.level
                && mutation >= other.mutation;
    }

    /** Whether both hold rows of the same block: allowed only when one contains the other. */
    public boolean intersects(PartName other) {
        return partitionId.equals(other.partitionId) && minBlock <= other.maxBlock && maxBlock >= other.minBlock;
    }

    /** By partition, then in the order in which rows were inserted. */
    @Override
    public int compareTo(PartName other) {
        int order = partitionId.compareTo(other.partitionId);
        order = order != 0 ? order : Long.compare(minBlock, other.minBlock);
        order = order != 0 ? order : Long.compare(maxBlock, other.maxBlock);
        order = order != 0 ? order : Integer.compareUnsigned(level, other.level);
        return order != 0 ? order : Long.compare(mutation, other.mutation);
    }

    @Override
    public String toString() {
        return partitionId
                + '_'
                + minBlock
                + '_'
                + maxBlock
                + '_'
                + Integer.toUnsignedString(level)
                + (mutation == 0 ? "" : "_" + mutation);
    }
}
