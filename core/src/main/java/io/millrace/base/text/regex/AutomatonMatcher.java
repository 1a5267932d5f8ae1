package io.millrace.base.text.regex;

import io.millrace.base.text.search.Substring;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The searcher that chooses among the automata: a lazy DFA says whether and where, a tagged one finds the groups.
 */
final class AutomatonMatcher extends Matcher {
    private static final int[] NO_SLOTS = {};

    private final Regex.Programs programs;
    private final @Nullable StraightLine straightLine;
    private final @Nullable Substring required;
    private final boolean anchored;
    private final int slotsOfPattern;
    private @Nullable LazyDfa forward;
    private @Nullable LazyDfa backward;
    private @Nullable TaggedDfa tagged;
    private int taggedSlots;
    private @Nullable PikeVm pike;
    private int pikeSlots;
    private int[] found = new int[2];

    AutomatonMatcher(Regex regex, Regex.Programs programs) {
        super(regex);
        this.programs = programs;
        straightLine = programs.straightLine().orElse(null);
        Literals literals = regex.literals();
        required = literals.required().orElse(null);
        anchored = literals.anchored();
        slotsOfPattern = 2 * (regex.groupCount() + 1);
    }

    @Override
    public boolean find(byte[] bytes, int from, int to) {
        if (!anchored && required != null && required.indexOf(bytes, from, to) < 0) {
            return false;
        }
        return search(bytes, from, to);
    }

    @Override
    boolean search(byte[] bytes, int from, int to) {
        if (straightLine != null) {
            return straightLine.match(bytes, from, to, NO_SLOTS);
        }
        int end = forward().forward(bytes, from, from, to, anchored, true);
        return end == LazyDfa.GAVE_UP ? pike(0).match(bytes, from, from, to, anchored, found) : end >= 0;
    }

    @Override
    public boolean find(byte[] bytes, int from, int at, int to, int[] slots) {
        int count = Math.min(slots.length, slotsOfPattern);
        if (count < slots.length) {
            if (found.length != count) {
                found = new int[count];
            }
            boolean matched = locate(bytes, from, at, to, found);
            System.arraycopy(found, 0, slots, 0, count);
            Arrays.fill(slots, count, slots.length, -1);
            return matched;
        }
        return locate(bytes, from, at, to, slots);
    }

    private boolean locate(byte[] bytes, int from, int at, int to, int[] slots) {
        if (anchored) {
            if (at != from) {
                return false;
            }
            if (straightLine != null) {
                return straightLine.match(bytes, at, to, slots);
            }
            if (slots.length > 2) {
                return groups(bytes, from, at, to, slots);
            }
        } else if (at == from && required != null && required.indexOf(bytes, from, to) < 0) {
            return false;
        }
        int end = forward().forward(bytes, from, at, to, anchored, false);
        if (end == LazyDfa.NONE) {
            return false;
        }
        int begin = end < 0 ? end : anchored ? at : backward().backward(bytes, from, at, end, to);
        if (begin < 0) {
            return pike(slots.length).match(bytes, from, at, to, anchored, slots);
        }
        if (slots.length == 2) {
            slots[0] = begin;
            slots[1] = end;
            return true;
        }
        return groups(bytes, from, begin, to, slots);
    }

    /** Matches at exactly {@code begin}. */
    private boolean groups(byte[] bytes, int from, int begin, int to, int[] slots) {
        if (tagged == null || taggedSlots != slots.length) {
            tagged = new TaggedDfa(programs.forward(), slots.length);
            taggedSlots = slots.length;
        }
        boolean matched = tagged.match(bytes, from, begin, to, slots);
        return tagged.gaveUp() ? pike(slots.length).match(bytes, from, begin, to, true, slots) : matched;
    }

    private LazyDfa forward() {
        if (forward == null) {
            forward = new LazyDfa(programs.forward(), false);
        }
        return forward;
    }

    private LazyDfa backward() {
        if (backward == null) {
            backward = new LazyDfa(programs.backward(), true);
        }
        return backward;
    }

    private PikeVm pike(int slots) {
        if (pike == null || pikeSlots != slots) {
            pike = new PikeVm(programs.forward(), slots);
            pikeSlots = slots;
        }
        return pike;
    }
}
