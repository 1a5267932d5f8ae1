package io.millrace.functions.scalar.string;

/** The arithmetic of substring: offsets from 1, from the end when negative; lengths that count from the end when negative. */
final class Substrings {
    private Substrings() {}

    /**
     * Bounds of the part in units (bytes or code points) of a string of {@code size} units, as {@code begin << 32 | end}.
     *
     * @param length {@code Long.MAX_VALUE} for everything behind the offset
     */
    static long bounds(long size, long offset, long length) {
        if (offset == 0) {
            return 0;
        }
        long begin = offset > 0 ? offset - 1 : size + offset;
        long end;
        if (length < 0) {
            end = size + length;
        } else {
            end = length > size - begin ? size : begin + length;
        }
        begin = Math.max(0, Math.min(begin, size));
        end = Math.max(begin, Math.min(end, size));
        return begin << 32 | end;
    }
}
