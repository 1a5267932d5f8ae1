package io.millrace.pipeline.operator.key;

import io.millrace.base.hash.EngineHash;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;

/** Keys of one 64-bit word: open addressing with linear probing, at most half full. */
final class WordTable extends KeyTable {
    private static final int BATCH = 512;

    /** Keys by slot; valid where {@link #slotIds} is not 0. */
    private long[] slotKeys;

    /** Number plus one by slot, 0 for an empty slot. */
    private int[] slotIds;

    /** Keys by number. */
    private long[] keys;

    private int size;
    /** Keeps the touching loop from being optimised away. */
    @SuppressWarnings("UnusedVariable") // keeps the compiler from dropping the loop that loads the slots
    private int touched;

    WordTable(Reservation memory) {
        super(memory);
        charge(64 * 12 + 32 * 8);
        slotKeys = new long[64];
        slotIds = new int[64];
        keys = new long[32];
    }

    @Override
    public void insert(KeyBatch batch, int[] ids) {
        long[] words = batch.words[0];
        long[] hashes = batch.hashes;
        for (int from = 0; from < batch.rows; from += BATCH) {
            int to = Math.min(batch.rows, from + BATCH);
            makeRoom(to - from);
            if (slotIds.length > 1 << 16) {
                touch(hashes, from, to);
            }
            insert(words, hashes, from, to, ids);
        }
    }

    private void insert(long[] words, long[] hashes, int from, int to, int[] ids) {
        long[] slots = slotKeys;
        int[] numbers = slotIds;
        long[] known = keys;
        int mask = numbers.length - 1;
        int count = size;
        long last = 0;
        int lastId = -1;
        for (int i = from; i < to; i++) {
            long key = words[i];
            if (key == last && lastId >= 0) {
                ids[i] = lastId;
                continue;
            }
            int slot = (int) hashes[i] & mask;
            int number;
            while ((number = numbers[slot]) != 0 && slots[slot] != key) {
                slot = slot + 1 & mask;
            }
            if (number == 0) {
                slots[slot] = key;
                known[count] = key;
                number = ++count;
                numbers[slot] = number;
            }
            last = key;
            lastId = number - 1;
            ids[i] = lastId;
        }
        size = count;
    }

    /** Brings the slots into the cache before they are needed one by one; there is no prefetch instruction. */
    private void touch(long[] hashes, int from, int to) {
        int[] numbers = slotIds;
        long[] slots = slotKeys;
        int mask = numbers.length - 1;
        long sum = 0;
        for (int i = from; i < to; i++) {
            int slot = (int) hashes[i] & mask;
            sum += numbers[slot] + slots[slot];
        }
        touched += (int) sum;
    }

    @Override
    public void find(KeyBatch batch, int[] ids) {
        long[] words = batch.words[0];
        long[] hashes = batch.hashes;
        long[] slots = slotKeys;
        int[] numbers = slotIds;
        int mask = numbers.length - 1;
        for (int from = 0; from < batch.rows; from += BATCH) {
            int to = Math.min(batch.rows, from + BATCH);
            if (mask > 1 << 16) {
                touch(hashes, from, to);
            }
            for (int i = from; i < to; i++) {
                long key = words[i];
                int slot = (int) hashes[i] & mask;
                int number;
                while ((number = numbers[slot]) != 0 && slots[slot] != key) {
                    slot = slot + 1 & mask;
                }
                ids[i] = number - 1;
            }
        }
    }

    private void makeRoom(int more) {
        int needed = size + more;
        if (needed > keys.length) {
            int capacity = TableSizes.grown(keys.length, needed);
            charge(8L * (capacity - keys.length));
            keys = Arrays.copyOf(keys, capacity);
        }
        if (2L * needed > slotIds.length) {
            rehash(TableSizes.slots(needed));
        }
    }

    private void rehash(int slots) {
        charge(12L * (slots - slotIds.length));
        long[] newKeys = new long[slots];
        int[] newIds = new int[slots];
        int mask = slots - 1;
        for (int id = 0; id < size; id++) {
            int slot = (int) EngineHash.mix(keys[id]) & mask;
            while (newIds[slot] != 0) {
                slot = slot + 1 & mask;
            }
            newKeys[slot] = keys[id];
            newIds[slot] = id + 1;
        }
        slotKeys = newKeys;
        slotIds = newIds;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void keys(int from, int to, KeyBatch batch) {
        batch.ensure(1, to - from);
        System.arraycopy(keys, from, batch.words[0], 0, to - from);
        KeyEncoder.hashWords(batch);
    }

    @Override
    public long sizeBytes() {
        return 12L * slotIds.length + 8L * keys.length;
    }
}
