package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.EngineHash;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/**
 * One set of (value, group) pairs for all groups, values being one or two longs: inserting is one probe, whatever the number of groups.
 *
 * <p>Pairs lie in order of insertion; an open-addressing table of pair numbers finds them. Owned by one thread.
 */
public final class GroupedLongSet {
    private final boolean wide;
    private long[] low = new long[16];
    private long[] high;
    private int[] groupOf = new int[16];
    private int pairs;
    private int[] table = new int[64];
    private int[] counts = {};
    private int[] starts = {};
    private int[] members = {};
    private int indexed = -1;

    /** {@code wide}: values of two longs. */
    public GroupedLongSet(boolean wide) {
        this.wide = wide;
        high = new long[wide ? 16 : 0];
    }

    public void resize(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Growth.capacity(counts.length, groups));
            indexed = -1;
        }
    }

    /** Number of pairs. */
    public int size() {
        return pairs;
    }

    /** Values of a group. */
    public int count(int group) {
        return counts[group];
    }

    public int[] counts() {
        return counts;
    }

    public long low(int pair) {
        return low[pair];
    }

    public long high(int pair) {
        return high[pair];
    }

    public int group(int pair) {
        return groupOf[pair];
    }

    public int[] groups() {
        return groupOf;
    }

    public long[] lows() {
        return low;
    }

    /** Adds values, value i to group {@code groupOf[i]}. */
    public void addAll(long[] values, int[] groups, int rows) {
        for (int i = 0; i < rows; i++) {
            if (i == 0 || values[i] != values[i - 1] || groups[i] != groups[i - 1]) {
                add(values[i], 0, groups[i]);
            }
        }
    }

    /** Adds values to one group. */
    public void addAll(long[] values, int group, int rows) {
        for (int i = 0; i < rows; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                add(values[i], 0, group);
            }
        }
    }

    /** Adds a value; true if the group did not have it. */
    public boolean add(long first, long second, int group) {
        int[] slots = table;
        int mask = slots.length - 1;
        int at = (int) hash(first, second, group) & mask;
        while (slots[at] != 0) {
            int pair = slots[at] - 1;
            if (low[pair] == first && groupOf[pair] == group && (!wide || high[pair] == second)) {
                return false;
            }
            at = (at + 1) & mask;
        }
        append(first, second, group);
        slots[at] = pairs;
        counts[group]++;
        if (2 * pairs > slots.length) {
            grow();
        }
        return true;
    }

    private static long hash(long first, long second, int group) {
        return EngineHash.mix(first + (second ^ group) * 0x9E3779B97F4A7C15L);
    }

    private void append(long first, long second, int group) {
        if (pairs == groupOf.length) {
            int capacity = Growth.capacity(pairs, pairs + pairs / 2 + 16);
            low = Arrays.copyOf(low, capacity);
            groupOf = Arrays.copyOf(groupOf, capacity);
            if (wide) {
                high = Arrays.copyOf(high, capacity);
            }
        }
        low[pairs] = first;
        groupOf[pairs] = group;
        if (wide) {
            high[pairs] = second;
        }
        pairs++;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int pair = 0; pair < pairs; pair++) {
            int at = (int) hash(low[pair], wide ? high[pair] : 0, groupOf[pair]) & mask;
            while (larger[at] != 0) {
                at = (at + 1) & mask;
            }
            larger[at] = pair + 1;
        }
        table = larger;
    }

    /** Adds all pairs of another set under other group numbers. */
    public void merge(GroupedLongSet other, int[] targetOf) {
        for (int pair = 0; pair < other.pairs; pair++) {
            add(other.low[pair], wide ? other.high[pair] : 0, targetOf[other.groupOf[pair]]);
        }
    }

    /** Where the pairs of a group begin in {@link #members}; made anew after insertions. */
    public int start(int group) {
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
        return 8L * low.length + 8L * high.length + 4L * (groupOf.length + table.length + counts.length + starts.length + members.length);
    }
}
