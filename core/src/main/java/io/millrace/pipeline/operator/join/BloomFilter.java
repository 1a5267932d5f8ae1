package io.millrace.pipeline.operator.join;

import io.millrace.pipeline.operator.key.KeyBatch;

/** Says of most keys that are not in a table that they are not, from one megabyte that stays in the cache: three bits in one word per key. */
final class BloomFilter {
    private static final int WORDS_LOG = 17;

    private final long[] words = new long[1 << WORDS_LOG];

    void add(KeyBatch batch) {
        for (int i = 0; i < batch.rows; i++) {
            long hash = batch.hashes[i];
            words[(int) (hash >>> 64 - WORDS_LOG)] |= bits(hash);
        }
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 8) | 1L << (hash >>> 16) | 1L << (hash >>> 24);
    }

    /** Puts the rows that may be in the table into {@code rows}, without branches. */
    int select(long[] hashes, int count, int[] rows) {
        long[] filter = words;
        int selected = 0;
        for (int i = 0; i < count; i++) {
            long hash = hashes[i];
            long wanted = bits(hash);
            long missing = wanted & ~filter[(int) (hash >>> 64 - WORDS_LOG)];
            rows[selected] = i;
            selected += (int) ((missing | -missing) >>> 63 ^ 1);
        }
        return selected;
    }
}
