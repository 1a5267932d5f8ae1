package io.millrace.pipeline.run;

import java.util.ArrayDeque;

/**
 * Arrays of {@link #LENGTH} longs that are used again from query to query, so that buffers which outlive a young collection do not become garbage in the old
 * generation. Keeps a bounded number. Thread-safe; contents are arbitrary.
 */
public final class LongArrays {
    public static final int LENGTH = 2048;

    private final int most;
    private final ArrayDeque<long[]> free = new ArrayDeque<>();

    /** Keeps up to {@code bytes} in unused arrays. */
    public LongArrays(long bytes) {
        this.most = (int) (bytes / (8L * LENGTH));
    }

    public long[] lease() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.removeLast();
            }
        }
        return new long[LENGTH];
    }

    /** Gives back an array that nobody reads any more; arrays of other lengths are left to the collector. */
    public void giveBack(long[] array) {
        if (array.length == LENGTH) {
            synchronized (free) {
                if (free.size() < most) {
                    free.addLast(array);
                }
            }
        }
    }
}
