package io.millrace.functions.aggregate;

/** How arrays that are indexed by group grow. */
public final class Growth {
    private Growth() {}

    /** The next length of an array that must hold {@code needed} elements. */
    public static int capacity(int length, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, length + (long) (length >> 1)));
    }
}
