package io.millrace.functions.aggregate.array;

import io.millrace.base.hash.EngineHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The counters of topK for one group, by the Filtered Space-Saving algorithm with ClickHouse's rules: counters in order of their counts, and for values that
 * are not counted yet a map of small counts by hash. Keys are the written bytes of values.
 */
final class SpaceSaving {
    /** One counted value. */
    static final class Counter {
        final Key key;
        long count;
        long error;
        private int slot;

        Counter(Key key, long count, long error) {
            this.key = key;
            this.count = count;
            this.error = error;
        }

        private boolean before(Counter other) {
            int order = Long.compareUnsigned(count, other.count);
            return order > 0 || order == 0 && Long.compareUnsigned(error, other.error) < 0;
        }
    }

    /** The bytes of a value and their hash. */
    record Key(byte[] bytes, long hash) {
        static Key of(byte[] bytes) {
            return new Key(bytes, EngineHash.hashBytes(bytes, 0, bytes.length));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return (int) hash;
        }
    }

    private final int capacity;
    private final Map<Key, Counter> known = new HashMap<>();
    private Counter[] counters = new Counter[8];
    private int size;
    private final long[] small;

    SpaceSaving(int capacity) {
        this.capacity = capacity;
        small = new long[1 << (64 - Long.numberOfLeadingZeros(6L * capacity))];
    }

    int size() {
        return size;
    }

    Counter counter(int index) {
        return counters[index];
    }

    long[] small() {
        return small;
    }

    void insert(Key key, long increment, long error) {
        Counter counter = known.get(key);
        if (counter != null) {
            counter.count += increment;
            counter.error += error;
            rise(counter);
            return;
        }
        if (size < capacity) {
            push(new Counter(key, increment, error));
            return;
        }
        Counter least = counters[size - 1];
        if (Long.compareUnsigned(increment, least.count) > 0) {
            removeLast();
            push(new Counter(key, increment, error));
            return;
        }
        int at = (int) key.hash() & (small.length - 1);
        if (Long.compareUnsigned(small[at] + increment, least.count) < 0) {
            small[at] += increment;
            return;
        }
        long missed = small[at];
        small[(int) least.key.hash() & (small.length - 1)] = least.count;
        removeLast();
        push(new Counter(key, missed + increment, missed + error));
    }

    private void push(Counter counter) {
        if (size == counters.length) {
            counters = Arrays.copyOf(counters, size * 2);
        }
        counter.slot = size;
        counters[size++] = counter;
        known.put(counter.key, counter);
        rise(counter);
    }

    private void removeLast() {
        known.remove(counters[--size].key);
    }

    private void rise(Counter counter) {
        while (counter.slot > 0 && counter.before(counters[counter.slot - 1])) {
            Counter other = counters[counter.slot - 1];
            counters[counter.slot] = other;
            other.slot = counter.slot;
            counter.slot--;
            counters[counter.slot] = counter;
        }
    }

    void merge(SpaceSaving other) {
        if (other.size == 0) {
            return;
        }
        long ownLeast = size == capacity ? counters[size - 1].count : 0;
        long otherLeast = other.size == other.capacity ? other.counters[other.size - 1].count : 0;
        for (int i = 0; i < size; i++) {
            counters[i].count += otherLeast;
            counters[i].error += otherLeast;
        }
        for (int i = 0; i < other.size; i++) {
            Counter theirs = other.counters[i];
            Counter own = known.get(theirs.key);
            if (own != null) {
                own.count += theirs.count - otherLeast;
                own.error += theirs.error - otherLeast;
            } else {
                push(new Counter(theirs.key, theirs.count + ownLeast, theirs.error + ownLeast));
            }
        }
        Arrays.sort(counters, 0, size, (a, b) -> a.before(b) ? -1 : b.before(a) ? 1 : 0);
        for (int i = 0; i < size; i++) {
            counters[i].slot = i;
        }
        while (size > capacity) {
            removeLast();
        }
    }

    /** Puts back a counter that was written. */
    void restore(Key key, long count, long error) {
        push(new Counter(key, count, error));
    }

    long sizeBytes() {
        return 96 + 8L * small.length + 96L * size;
    }
}
