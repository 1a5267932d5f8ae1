package io.millrace.pipeline.operator.key;

import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;

/** Keys of two to four words: slots of (32 bits of hash, number) in front of keys that lie together by number. */
final class WordsTable extends KeyTable {
    private static final int BATCH = 512;

    private final int width;
    /** Low 32 bits of the hash above number plus one; 0 for an empty slot. */
    private long[] slots = new long[64];

    /** Key n is at {@code n * width}. */
    private long[] keys;

    private int size;

    WordsTable(int width, Reservation memory) {
        super(memory);
        this.width = width;
        charge(64 * 8 + 32L * 8 * width);
        keys = new long[32 * width];
    }

    @Override
    public void insert(KeyBatch batch, int[] ids) {
        for (int from = 0; from < batch.rows; from += BATCH) {
            int to = Math.min(batch.rows, from + BATCH);
            makeRoom(to - from);
            if (width == 2) {
                insertPairs(batch, from, to, ids);
            } else {
                insertAny(batch, from, to, ids);
            }
        }
    }

    private void insertPairs(KeyBatch batch, int from, int to, int[] ids) {
        long[] first = batch.words[0];
        long[] second = batch.words[1];
        long[] hashes = batch.hashes;
        long[] table = slots;
        long[] known = keys;
        int mask = table.length - 1;
        int count = size;
        for (int i = from; i < to; i++) {
            long a = first[i];
            long b = second[i];
            if (i > from && first[i - 1] == a && second[i - 1] == b) {
                ids[i] = ids[i - 1];
                continue;
            }
            int tag = (int) hashes[i];
            int slot = tag & mask;
            long entry;
            while ((entry = table[slot]) != 0) {
                if ((int) (entry >>> 32) == tag) {
                    int at = ((int) entry - 1) * 2;
                    if (known[at] == a && known[at + 1] == b) {
                        break;
                    }
                }
                slot = slot + 1 & mask;
            }
            if (entry == 0) {
                known[count * 2] = a;
                known[count * 2 + 1] = b;
                count++;
                entry = (long) tag << 32 | count;
                table[slot] = entry;
            }
            ids[i] = (int) entry - 1;
        }
        size = count;
    }

    private void insertAny(KeyBatch batch, int from, int to, int[] ids) {
        long[] table = slots;
        int mask = table.length - 1;
        for (int i = from; i < to; i++) {
            int tag = (int) batch.hashes[i];
            int slot = tag & mask;
            long entry;
            while ((entry = table[slot]) != 0) {
                if ((int) (entry >>> 32) == tag && isKey((int) entry - 1, batch.words, i)) {
                    break;
                }
                slot = slot + 1 & mask;
            }
            if (entry == 0) {
                for (int w = 0; w < width; w++) {
                    keys[size * width + w] = batch.words[w][i];
                }
                size++;
                entry = (long) tag << 32 | size;
                table[slot] = entry;
            }
            ids[i] = (int) entry - 1;
        }
    }

    private boolean isKey(int id, long[][] words, int row) {
        for (int w = 0; w < width; w++) {
            if (keys[id * width + w] != words[w][row]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void find(KeyBatch batch, int[] ids) {
        long[] table = slots;
        int mask = table.length - 1;
        for (int i = 0; i < batch.rows; i++) {
            int tag = (int) batch.hashes[i];
            int slot = tag & mask;
            long entry;
            while ((entry = table[slot]) != 0) {
                if ((int) (entry >>> 32) == tag && isKey((int) entry - 1, batch.words, i)) {
                    break;
                }
                slot = slot + 1 & mask;
            }
            ids[i] = (int) entry - 1;
        }
    }

    private void makeRoom(int more) {
        int needed = size + more;
        if ((long) needed * width > keys.length) {
            int capacity = TableSizes.grown(keys.length, Math.multiplyExact(needed, width));
            charge(8L * (capacity - keys.length));
            keys = Arrays.copyOf(keys, capacity);
        }
        if (2L * needed > slots.length) {
            int count = TableSizes.slots(needed);
            charge(8L * (count - slots.length));
            slots = rehashed(slots, count);
        }
    }

    /** The entries of a table of tagged slots in a larger one. */
    static long[] rehashed(long[] old, int count) {
        long[] grown = new long[count];
        int mask = count - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (grown[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                grown[slot] = entry;
            }
        }
        return grown;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void keys(int from, int to, KeyBatch batch) {
        int count = to - from;
        batch.ensure(width, count);
        for (int w = 0; w < width; w++) {
            long[] target = batch.words[w];
            for (int i = 0; i < count; i++) {
                target[i] = keys[(from + i) * width + w];
            }
        }
        KeyEncoder.hashWords(batch);
    }

    @Override
    public long sizeBytes() {
        return 8L * slots.length + 8L * keys.length;
    }
}
