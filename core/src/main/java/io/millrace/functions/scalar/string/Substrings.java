package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.NumberView;

/**
 * The arithmetic of substring: offsets from 1, from the end when negative; lengths that count from the end when
 * negative.
 */
final class Substrings {
    private Substrings() {}

    /** ZERO_ARRAY_OR_TUPLE_INDEX for a constant offset of 0 in texts that vary. */
    static void check(Argument text, Argument offset) {
        if (text.constant().isEmpty()
                && offset.constant().isPresent()
                && NumberView.of(offset.constant().get(), offset.type()).at(0) == 0) {
            throw new DbException(ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Indices in strings are 1-based");
        }
    }

    /**
     * Bounds of the part in units (bytes or code points) of a string of {@code size} units, as {@code begin << 32
     * | end}.
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
