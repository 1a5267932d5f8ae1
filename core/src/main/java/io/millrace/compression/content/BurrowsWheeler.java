package io.millrace.compression.content;

import java.util.Arrays;

/** The sorting of all rotations of a block, by doubling the length that is compared: no input makes it slow. Stateless. */
final class BurrowsWheeler {
    private BurrowsWheeler() {}

    /** Where the rotations begin, in the order of their bytes. */
    static int[] sorted(byte[] block, int size) {
        int[] order = new int[size];
        int[] ranks = new int[size];
        int[] counts = new int[Math.max(256, size) + 1];
        for (int i = 0; i < size; i++) {
            counts[(block[i] & 0xFF) + 1]++;
        }
        for (int b = 0; b < 256; b++) {
            counts[b + 1] += counts[b];
        }
        for (int i = 0; i < size; i++) {
            order[counts[block[i] & 0xFF]++] = i;
        }
        int classes = 1;
        for (int i = 1; i < size; i++) {
            if (block[order[i]] != block[order[i - 1]]) {
                classes++;
            }
            ranks[order[i]] = classes - 1;
        }
        int[] shifted = new int[size];
        int[] newRanks = new int[size];
        for (int length = 1; length < size && classes < size; length <<= 1) {
            sortByFirstHalf(order, ranks, shifted, counts, length, classes);
            classes = rank(order, ranks, newRanks, length);
            int[] old = ranks;
            ranks = newRanks;
            newRanks = old;
        }
        return order;
    }

    /** The order of the second halves is known; sorting by the first ones keeps it among equals. */
    private static void sortByFirstHalf(
            int[] order, int[] ranks, int[] shifted, int[] counts, int length, int classes) {
        int size = order.length;
        for (int i = 0; i < size; i++) {
            int begin = order[i] - length;
            shifted[i] = begin < 0 ? begin + size : begin;
        }
        Arrays.fill(counts, 0, classes + 1, 0);
        for (int i = 0; i < size; i++) {
            counts[ranks[i] + 1]++;
        }
        for (int c = 0; c < classes; c++) {
            counts[c + 1] += counts[c];
        }
        for (int i = 0; i < size; i++) {
            order[counts[ranks[shifted[i]]]++] = shifted[i];
        }
    }

    private static int rank(int[] order, int[] ranks, int[] newRanks, int length) {
        int size = order.length;
        newRanks[order[0]] = 0;
        int classes = 1;
        for (int i = 1; i < size; i++) {
            int one = order[i];
            int other = order[i - 1];
            boolean same = ranks[one] == ranks[other] && ranks[(one + length) % size] == ranks[(other + length) % size];
            classes += same ? 0 : 1;
            newRanks[one] = classes - 1;
        }
        return classes;
    }
}
