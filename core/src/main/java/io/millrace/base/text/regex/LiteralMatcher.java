package io.millrace.base.text.regex;

import io.millrace.base.text.search.Substring;
import java.util.Arrays;

/** The searcher of a pattern that is plain text. */
final class LiteralMatcher extends Matcher {
    private final Substring needle;

    LiteralMatcher(Regex regex, Substring needle) {
        super(regex);
        this.needle = needle;
    }

    @Override
    public boolean find(byte[] bytes, int from, int to) {
        return needle.indexOf(bytes, from, to) >= 0;
    }

    @Override
    boolean search(byte[] bytes, int from, int to) {
        return needle.indexOf(bytes, from, to) >= 0;
    }

    @Override
    public boolean find(byte[] bytes, int from, int at, int to, int[] slots) {
        int begin = needle.indexOf(bytes, at, to);
        if (begin < 0) {
            return false;
        }
        slots[0] = begin;
        slots[1] = needle.matchEnd(bytes, begin, to);
        Arrays.fill(slots, 2, slots.length, -1);
        return true;
    }
}
