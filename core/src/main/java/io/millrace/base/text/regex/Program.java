package io.millrace.base.text.regex;

import java.util.Arrays;
import java.util.HashMap;

/**
 * A compiled pattern: a nondeterministic automaton over bytes.
 *
 * <p>Instruction {@code i} is {@code op[i]}, its successor {@code out[i]}, and an argument: the less preferred branch, a byte set, a capture slot or
 * a {@link Look}. Bytes the program never tells apart share a class. Immutable and thread-safe.
 */
final class Program {
    static final byte SET = 0;
    static final byte SPLIT = 1;
    static final byte CAPTURE = 2;
    static final byte LOOK = 3;
    static final byte MATCH = 4;

    /** A flag beside the bits of {@link Look}: the byte before the position belongs to a word. */
    static final int WORD_BEFORE = 64;

    final byte[] op;
    final int[] out;
    final int[] arg;
    /** Four longs for each set: one bit per byte. */
    final long[] sets;
    /** Where a match that must begin at the first byte starts. */
    final int start;
    /** Where a match that may begin anywhere starts. */
    final int unanchoredStart;
    /** Class of each byte, from 0; {@link #classCount} itself stands for the end of the text. */
    final byte[] classes;

    final int classCount;
    /** Rows of an automaton's table are this power of two wide, enough for all classes and the end of the text. */
    final int rowShift;
    /** A byte of each class. */
    final int[] sample;
    /** All looks the program contains, as bits. */
    final int looks;
    /** What a state that waits for looks must remember of the bytes before it: looks that held there, and {@link #WORD_BEFORE}. */
    final int memory;

    Program(byte[] op, int[] out, int[] arg, long[] sets, int start, int unanchoredStart) {
        this.op = op;
        this.out = out;
        this.arg = arg;
        this.sets = sets;
        this.start = start;
        this.unanchoredStart = unanchoredStart;
        int seen = 0;
        for (int i = 0; i < op.length; i++) {
            seen |= op[i] == LOOK ? arg[i] : 0;
        }
        looks = seen;
        boolean words = (seen & (Look.WORD_EDGE | Look.NO_WORD_EDGE)) != 0;
        memory = seen & (Look.BEGIN_TEXT | Look.BEGIN_LINE) | (words ? WORD_BEFORE : 0);
        classes = new byte[256];
        sample = new int[256];
        classCount = partition();
        rowShift = 32 - Integer.numberOfLeadingZeros(classCount);
    }

    int size() {
        return op.length;
    }

    boolean accepts(int instruction, int b) {
        return (sets[arg[instruction] * 4 + (b >>> 6)] >>> b & 1) != 0;
    }

    /** Splits the classes by one set after the other; returns how many there are in the end. */
    private int partition() {
        int[] group = new int[256];
        int count = 1;
        for (int set = 0; set < sets.length; set += 4) {
            count = split(group, count, sets, set);
        }
        if ((looks & (Look.BEGIN_LINE | Look.END_LINE)) != 0) {
            count = split(group, count, bits("\n"), 0);
        }
        if ((memory & WORD_BEFORE) != 0) {
            count = split(group, count, bits("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), 0);
        }
        for (int b = 255; b >= 0; b--) {
            classes[b] = (byte) group[b];
            sample[group[b]] = b;
        }
        return count;
    }

    private static int split(int[] group, int count, long[] set, int at) {
        int[] inside = new int[256];
        Arrays.fill(inside, -1);
        HashMap<Long, Integer> numbers = new HashMap<>();
        int next = 0;
        for (int b = 0; b < 256; b++) {
            long key = group[b] * 2L + (set[at + (b >>> 6)] >>> b & 1);
            Integer number = numbers.putIfAbsent(key, next);
            next += number == null ? 1 : 0;
            inside[b] = number == null ? next - 1 : number;
        }
        System.arraycopy(inside, 0, group, 0, 256);
        return Math.max(count, next);
    }

    private static long[] bits(String bytes) {
        long[] set = new long[4];
        for (int i = 0; i < bytes.length(); i++) {
            set[bytes.charAt(i) >>> 6] |= 1L << bytes.charAt(i);
        }
        return set;
    }
}
