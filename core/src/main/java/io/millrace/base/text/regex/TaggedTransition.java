package io.millrace.base.text.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a byte does besides leading to {@code row}: registers to set to the position before and behind it, and where a match took its slots. */
record TaggedTransition(int row, int[] before, int[] behind, int @Nullable [] match) {
    boolean isPlain() {
        return before.length == 0 && behind.length == 0 && match == null;
    }

    boolean sameAs(TaggedTransition other) {
        return row == other.row
                && Arrays.equals(before, other.before)
                && Arrays.equals(behind, other.behind)
                && Arrays.equals(match, other.match);
    }
}
