package io.millrace.benchmarks.kernel;

import io.millrace.base.hash.LittleEndian;
import io.millrace.pipeline.operator.key.KeyBatch;
import java.util.Arrays;

/**
 * The other way to number strings, for comparison: slots of 32 bytes that hold a key of up to 24 bytes as three masked words beside its length and number. Longer
 * keys have their hash there and are compared in an arena. The engine's own table has slots of eight bytes and all keys in the arena.
 */
final class InlineCells {
    private static final int INLINE = 24;
    private static final int LONG_KEY = 31;
    private static final long[] MASKS = masks();

    /** Three words, then hash bits and length above the number plus one. */
    private long[] cells = new long[4 * 64];

    private byte[] arena = new byte[1 << 10];
    private int[] offsets = new int[33];
    private int size;

    private static long[] masks() {
        long[] masks = new long[4 * (INLINE + 1)];
        for (int length = 0; length <= INLINE; length++) {
            for (int word = 0; word < 3; word++) {
                int bytes = Math.clamp(length - 8L * word, 0, 8);
                masks[4 * length + word] = bytes == 8 ? -1 : (1L << 8 * bytes) - 1;
            }
        }
        return masks;
    }

    int size() {
        return size;
    }

    void insert(KeyBatch batch, int[] ids) {
        byte[] bytes = batch.bytes.bytes();
        int[] starts = batch.bytes.offsets();
        for (int from = 0; from < batch.rows; from += 512) {
            int to = Math.min(batch.rows, from + 512);
            makeRoom(to - from, starts[to] - starts[from]);
            for (int i = from; i < to; i++) {
                ids[i] = number(bytes, starts[i], starts[i + 1] - starts[i], batch.hashes[i]);
            }
        }
    }

    private int number(byte[] bytes, int from, int length, long hash) {
        boolean inline = length <= INLINE;
        int masks = inline ? 4 * length : 0;
        long first = inline ? LittleEndian.getLong(bytes, from) & MASKS[masks] : hash;
        long second = inline ? LittleEndian.getLong(bytes, from + 8) & MASKS[masks + 1] : length;
        long third = inline ? LittleEndian.getLong(bytes, from + 16) & MASKS[masks + 2] : 0;
        int head = (int) hash << 5 | (inline ? length : LONG_KEY);
        long[] table = cells;
        int last = table.length - 1;
        int cell = (int) hash << 2 & last;
        while (table[cell + 3] != 0) {
            boolean same = (int) (table[cell + 3] >>> 32) == head
                    && table[cell] == first
                    && table[cell + 1] == second
                    && table[cell + 2] == third;
            int id = (int) table[cell + 3] - 1;
            if (same && (inline || Arrays.equals(arena, offsets[id], offsets[id + 1], bytes, from, from + length))) {
                return id;
            }
            cell = cell + 4 & last;
        }
        table[cell] = first;
        table[cell + 1] = second;
        table[cell + 2] = third;
        System.arraycopy(bytes, from, arena, offsets[size], length);
        offsets[size + 1] = offsets[size] + length;
        table[cell + 3] = (long) head << 32 | ++size;
        return size - 1;
    }

    private void makeRoom(int keys, int bytes) {
        int needed = size + keys;
        if (needed >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(needed + 1, 2 * offsets.length));
        }
        if (offsets[size] + bytes > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(offsets[size] + bytes, 2 * arena.length));
        }
        if (8L * needed > cells.length) {
            long[] old = cells;
            cells = new long[Integer.highestOneBit(8 * needed) << 1];
            for (int cell = 0; cell < old.length; cell += 4) {
                if (old[cell + 3] != 0) {
                    move(old, cell);
                }
            }
        }
    }

    private void move(long[] old, int cell) {
        int last = cells.length - 1;
        int target = (int) (old[cell + 3] >>> 37) << 2 & last;
        while (cells[target + 3] != 0) {
            target = target + 4 & last;
        }
        System.arraycopy(old, cell, cells, target, 4);
    }
}
