package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.EngineHash;
import java.util.Arrays;

/**
 * One set of (bytes, group) pairs for all groups. Pairs lie in order of insertion; their bytes lie one behind the other in an arena. Owned by one thread.
 */
public final class GroupedByteSet {
    private byte[] arena = new byte[256];
    private int[] offsets = new int[17];
    private int[] groupOf = new int[16];
    private int pairs;
    private int[] table = new int[64];
    private int[] counts = {};
    private int[] starts = {};
    private int[] members = {};
    private int indexed = -1;

    public void resize(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Growth.capacity(counts.length, groups));
            indexed = -1;
        }
    }

    public int size() {
        return pairs;
    }

    public int count(int group) {
        return counts[group];
    }

    public int[] groups() {
        return groupOf;
    }

    public byte[] arena() {
        return arena;
    }

    public int start(int pair) {
        return offsets[pair];
    }

    public int end(int pair) {
        return offsets[pair + 1];
    }

    /** Adds a byte range; true if the group did not have it. */
    public boolean add(byte[] bytes, int from, int length, int group) {
        int before = pairs;
        put(bytes, from, length, group);
        return pairs > before;
    }

    /** The number of the pair of a byte range and a group, which is added if it is not there. */
    public int put(byte[] bytes, int from, int length, int group) {
        int mask = table.length - 1;
        int at = (int) hash(bytes, from, length, group) & mask;
        while (table[at] != 0) {
            int pair = table[at] - 1;
            if (groupOf[pair] == group
                    && Arrays.equals(arena, offsets[pair], offsets[pair + 1], bytes, from, from + length)) {
                return pair;
            }
            at = (at + 1) & mask;
        }
        append(bytes, from, length, group);
        table[at] = pairs;
        counts[group]++;
        if (2 * pairs > table.length) {
            grow();
        }
        return pairs - 1;
    }

    private static long hash(byte[] bytes, int from, int length, int group) {
        return EngineHash.combine(EngineHash.hashBytes(bytes, from, length), group);
    }

    private void append(byte[] bytes, int from, int length, int group) {
        if (pairs == groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, pairs * 2);
            offsets = Arrays.copyOf(offsets, pairs * 2 + 1);
        }
        int start = offsets[pairs];
        long end = (long) start + length;
        if (end > arena.length) {
            if (end > Integer.MAX_VALUE - 16) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_STRING_SIZE,
                        "The values kept by an aggregate function are larger than 2 GiB");
            }
            arena = Arrays.copyOf(arena, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(end, arena.length * 2L)));
        }
        System.arraycopy(bytes, from, arena, start, length);
        groupOf[pairs++] = group;
        offsets[pairs] = (int) end;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int pair = 0; pair < pairs; pair++) {
            int at = (int) hash(arena, offsets[pair], offsets[pair + 1] - offsets[pair], groupOf[pair]) & mask;
            while (larger[at] != 0) {
                at = (at + 1) & mask;
            }
            larger[at] = pair + 1;
        }
        table = larger;
    }

    /** Adds all pairs of another set under other group numbers. */
    public void merge(GroupedByteSet other, int[] targetOf) {
        for (int pair = 0; pair < other.pairs; pair++) {
            add(
                    other.arena,
                    other.offsets[pair],
                    other.offsets[pair + 1] - other.offsets[pair],
                    targetOf[other.groupOf[pair]]);
        }
    }

    /** Where the pairs of a group begin in {@link #members}. */
    public int firstMember(int group) {
        index();
        return starts[group];
    }

    /** Pair numbers sorted by group, in order of insertion. */
    public int[] members() {
        index();
        return members;
    }

    private void index() {
        if (indexed == pairs) {
            return;
        }
        starts = new int[counts.length + 1];
        for (int g = 0; g < counts.length; g++) {
            starts[g + 1] = starts[g] + counts[g];
        }
        int[] next = starts.clone();
        members = new int[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            members[next[groupOf[pair]]++] = pair;
        }
        indexed = pairs;
    }

    public long sizeBytes() {
        return arena.length
                + 4L
                        * (offsets.length
                                + groupOf.length
                                + table.length
                                + counts.length
                                + starts.length
                                + members.length);
    }
}
