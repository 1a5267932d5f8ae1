package io.millrace.functions.scalar.search;

import io.millrace.base.text.regex.Matcher;
import io.millrace.functions.scalar.row.TextView;

/** The walk over all matches of a text, one after the other. Not thread-safe. */
final class Hits {
    private final Matcher matcher;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int[] slots;
    private int at;

    Hits(Matcher matcher, TextView text, int row, int[] slots) {
        this.matcher = matcher;
        this.bytes = text.bytes();
        this.from = text.from(row);
        this.to = text.to(row);
        this.slots = slots;
        this.at = from;
    }

    /** Finds the next match that is not empty and fills the slots. */
    boolean next() {
        while (at < to && matcher.find(bytes, from, at, to, slots)) {
            at = Math.max(slots[1], at);
            if (slots[1] > slots[0]) {
                return true;
            }
            at = slots[1] + 1;
        }
        return false;
    }
}
