package io.millrace.compression.codec;

import java.util.Arrays;

/**
 * The two predictions of FPC: the value that followed the same recent values, and the difference that followed the same
 * recent differences.
 *
 * <p>Tables have 2^level entries in theory; no more entries are kept than values can touch, so a payload that asks for
 * the highest level costs no memory. Not thread-safe.
 */
final class FpcPredictor {
    private final boolean wide;
    private final long valueMask;
    private final Table values;
    private final Table differences;
    private final int slotMask;
    private int valueSlot;
    private int differenceSlot;
    private long previous;

    FpcPredictor(int width, int level, int count) {
        wide = width == 8;
        valueMask = wide ? -1L : 0xFFFFFFFFL;
        slotMask = (1 << level) - 1;
        values = new Table(level, count);
        differences = new Table(level, count);
    }

    long byContext() {
        return values.get(valueSlot);
    }

    long byDelta() {
        return (differences.get(differenceSlot) + previous) & valueMask;
    }

    /** Takes the true value, after both predictions were asked. */
    void learn(long value) {
        values.set(valueSlot, value);
        long difference = (value - previous) & valueMask;
        differences.set(differenceSlot, difference);
        previous = value;
        if (wide) {
            valueSlot = (int) (((long) valueSlot << 6) ^ (value >>> 48)) & slotMask;
            differenceSlot = (int) (((long) differenceSlot << 2) ^ (difference >>> 40)) & slotMask;
        } else {
            valueSlot = (int) (((long) valueSlot << 1) ^ (value >>> 22)) & slotMask;
            differenceSlot = (int) (((long) differenceSlot << 4) ^ (difference >>> 23)) & slotMask;
        }
    }

    /** An array of 2^level numbers, or an open-addressing table of the slots in use when those are few. */
    private static final class Table {
        private final boolean sparse;
        private final long[] numbers;
        private final int[] slots;

        Table(int level, int count) {
            int needed = Integer.highestOneBit(Math.max(8, Math.min(count, 1 << 28))) << 2;
            sparse = level > 16 && needed < 1 << level;
            numbers = new long[sparse ? needed : 1 << level];
            slots = sparse ? new int[needed] : new int[0];
            Arrays.fill(slots, -1);
        }

        private int find(int slot) {
            if (!sparse) {
                return slot;
            }
            int mask = slots.length - 1;
            int at = (int) ((slot * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (slots[at] != slot && slots[at] != -1) {
                at = (at + 1) & mask;
            }
            return at;
        }

        long get(int slot) {
            return numbers[find(slot)];
        }

        void set(int slot, long number) {
            int at = find(slot);
            numbers[at] = number;
            if (sparse) {
                slots[at] = slot;
            }
        }
    }
}
