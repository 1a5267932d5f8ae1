package io.millrace.mergetree.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each row of a merge comes from, in merged order: the number of its source, whether it is kept, and whether a group of equal keys begins with it. Two
 * bytes per row. Not thread-safe while it is made.
 */
final class RowMap {
    /** Sources that fit: a merge takes fewer. */
    static final int MAX_SOURCES = 1 << 13;

    private static final int KEPT = 1 << 13;
    private static final int FIRST = 1 << 14;
    private static final int SOURCE = MAX_SOURCES - 1;
    private static final int CHUNK = 1 << 16;

    private final List<short[]> chunks = new ArrayList<>();
    private long size;

    void add(int source, boolean kept, boolean first) {
        int at = (int) (size & CHUNK - 1);
        if (at == 0) {
            chunks.add(new short[CHUNK]);
        }
        chunks.getLast()[at] = (short) (source | (kept ? KEPT : 0) | (first ? FIRST : 0));
        size++;
    }

    /** A run of rows of one source, each kept and a group of its own. */
    void addRun(int source, int count) {
        for (int i = 0; i < count; i++) {
            add(source, true, true);
        }
    }

    long size() {
        return size;
    }

    private int entry(long row) {
        return chunks.get((int) (row >>> 16))[(int) (row & CHUNK - 1)];
    }

    int source(long row) {
        return entry(row) & SOURCE;
    }

    boolean isKept(long row) {
        return (entry(row) & KEPT) != 0;
    }

    boolean isFirst(long row) {
        return (entry(row) & FIRST) != 0;
    }

    void keep(long row) {
        chunks.get((int) (row >>> 16))[(int) (row & CHUNK - 1)] |= KEPT;
    }

    long sizeBytes() {
        return 2L * CHUNK * chunks.size();
    }
}
