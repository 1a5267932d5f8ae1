package io.millrace.base.text.regex;

/** A set of instruction numbers in order of insertion that is emptied in constant time. Not thread-safe. */
final class ThreadList {
    final int[] dense;
    private final int[] sparse;
    int size;

    ThreadList(int capacity) {
        dense = new int[capacity];
        sparse = new int[capacity];
    }

    boolean contains(int instruction) {
        int at = sparse[instruction];
        return at < size && dense[at] == instruction;
    }

    void add(int instruction) {
        sparse[instruction] = size;
        dense[size++] = instruction;
    }

    void clear() {
        size = 0;
    }
}
