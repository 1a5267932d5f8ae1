package io.millrace.mergetree.mark;

/** A run of granules, from {@code begin} (inclusive) to {@code end} (exclusive). */
public record MarkRange(int begin, int end) {
    public int granules() {
        return end - begin;
    }
}
