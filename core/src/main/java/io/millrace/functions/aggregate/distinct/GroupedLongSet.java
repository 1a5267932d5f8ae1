package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.EngineHash;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/**
 * One set of (value, group) pairs for all groups, values being one or two longs: inserting is one probe, whatever the number of groups.
 *
 * <p>Open addressing over cells of {@code value, [second,] group + 1}; blocks are inserted in batches whose cells are touched first, so that cache misses
 * overlap. Owned by one thread.
 */
final class GroupedLongSet {
    private static final int BATCH = 256;

    private final int stride;
    private long[] cells;
    private int capacity = 64;
    private int pairs;
    private int[] counts = {};
    private int[] starts = {};
    private int[] members = {};
    private int indexed = -1;
    private final int[] batch = new int[BATCH];
    /** Written only, so that the touching loads are not dropped as dead code. */
    @SuppressWarnings("UnusedVariable")
    private volatile long touched;

    /** {@code wide}: values of two longs. */
    GroupedLongSet(boolean wide) {
        stride = wide ? 3 : 2;
        cells = new long[capacity * stride];
    }

    void resize(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Growth.capacity(counts.length, groups));
            indexed = -1;
        }
    }

    /** Values of a group. */
    int count(int group) {
        return counts[group];
    }

    /** The first word of the value in a cell that {@link #members} names. */
    long low(int cell) {
        return cells[cell];
    }

    /** The second word of a wide value. */
    long high(int cell) {
        return cells[cell + 1];
    }

    /** Adds values of one long, value i to group {@code groupOf[i]}. */
    void addAll(long[] values, int[] groupOf, int rows) {
        for (int from = 0; from < rows; from += BATCH) {
            int to = Math.min(rows, from + BATCH);
            ensure(to - from);
            for (int i = from; i < to; i++) {
                batch[i - from] = slot(values[i], 0, groupOf[i]);
            }
            touch(to - from);
            for (int i = from; i < to; i++) {
                place(batch[i - from], values[i], 0, groupOf[i]);
            }
        }
    }

    /** Adds values of one long to one group, skipping runs of equal ones. */
    void addAll(long[] values, int group, int rows) {
        for (int from = 0; from < rows; from += BATCH) {
            int to = Math.min(rows, from + BATCH);
            ensure(to - from);
            for (int i = from; i < to; i++) {
                batch[i - from] = slot(values[i], 0, group);
            }
            touch(to - from);
            for (int i = from; i < to; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    place(batch[i - from], values[i], 0, group);
                }
            }
        }
    }

    /** Brings the cells of a batch into the cache. */
    private void touch(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += cells[batch[i]];
        }
        touched = sum;
    }

    /** Adds a value. */
    void add(long first, long second, int group) {
        ensure(1);
        place(slot(first, second, group), first, second, group);
    }

    private int slot(long first, long second, int group) {
        long hash = EngineHash.mix(first + (second ^ group) * 0x9E3779B97F4A7C15L);
        return ((int) hash & (capacity - 1)) * stride;
    }

    private void place(int start, long first, long second, int group) {
        long[] table = cells;
        int at = start;
        long mark = group + 1L;
        int groupAt = stride - 1;
        while (table[at + groupAt] != 0) {
            if (table[at] == first && table[at + groupAt] == mark && (groupAt == 1 || table[at + 1] == second)) {
                return;
            }
            at += stride;
            if (at == table.length) {
                at = 0;
            }
        }
        table[at] = first;
        if (groupAt == 2) {
            table[at + 1] = second;
        }
        table[at + groupAt] = mark;
        counts[group]++;
        pairs++;
    }

    /** Room for so many more pairs at half load. */
    private void ensure(int more) {
        if (2L * (pairs + more) <= capacity) {
            return;
        }
        long[] old = cells;
        while (2L * (pairs + more) > capacity) {
            capacity = Math.multiplyExact(capacity, 2);
        }
        cells = new long[Math.multiplyExact(capacity, stride)];
        int groupAt = stride - 1;
        for (int at = 0; at < old.length; at += stride) {
            if (old[at + groupAt] != 0) {
                int group = (int) old[at + groupAt] - 1;
                long second = groupAt == 2 ? old[at + 1] : 0;
                move(slot(old[at], second, group), old, at);
            }
        }
        indexed = -1;
    }

    private void move(int start, long[] old, int from) {
        int at = start;
        while (cells[at + stride - 1] != 0) {
            at += stride;
            if (at == cells.length) {
                at = 0;
            }
        }
        System.arraycopy(old, from, cells, at, stride);
    }

    /** Adds all pairs of another set under other group numbers. */
    void merge(GroupedLongSet other, int[] targetOf) {
        ensure(Math.max(0, other.pairs - pairs));
        int groupAt = stride - 1;
        for (int at = 0; at < other.cells.length; at += stride) {
            long mark = other.cells[at + groupAt];
            if (mark != 0) {
                add(other.cells[at], groupAt == 2 ? other.cells[at + 1] : 0, targetOf[(int) mark - 1]);
            }
        }
    }

    /** Where the cells of a group begin in {@link #members}. */
    int start(int group) {
        index();
        return starts[group];
    }

    /** Cells sorted by group; made anew after insertions. */
    int[] members() {
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
        for (int at = 0; at < cells.length; at += stride) {
            if (cells[at + stride - 1] != 0) {
                members[next[(int) cells[at + stride - 1] - 1]++] = at;
            }
        }
        indexed = pairs;
    }

    long sizeBytes() {
        return 8L * cells.length + 4L * (counts.length + starts.length + members.length);
    }
}
