package io.millrace.base.text.regex;

import io.millrace.base.text.search.Substring;
import java.util.Optional;

/**
 * One thread's searcher for one {@link Regex}.
 *
 * <p>Not thread-safe: it owns the lazily made automaton and work arrays. Positions are byte positions in the array.
 */
public abstract sealed class Matcher permits LiteralMatcher, AutomatonMatcher {
    private final Regex regex;

    Matcher(Regex regex) {
        this.regex = regex;
    }

    public final Regex regex() {
        return regex;
    }

    /** Whether the text [{@code from}, {@code to}) contains a match ({@code match}). */
    public abstract boolean find(byte[] bytes, int from, int to);

    /**
     * Finds the leftmost match that begins at {@code at} or later in the text [{@code from}, {@code to}).
     *
     * @param slots an even number of places, at least two: begin and end of the match, then of group 1, 2, and so on; -1 for a group that took no part.
     *     Fewer places make the search cheaper, those beyond the pattern's groups become -1.
     * @return whether there is one; if not, {@code slots} holds nothing of use
     */
    public abstract boolean find(byte[] bytes, int from, int at, int to, int[] slots);

    /** Sets the bit of every row with a match; other bits are left alone. */
    public final void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        Optional<Substring> whole = regex.asSubstring();
        if (whole.isPresent()) {
            whole.get().matchRows(arena, offsets, rows, bitmap);
            return;
        }
        Optional<Substring> required = regex.literals().anchored() ? Optional.empty() : regex.requiredSubstring();
        if (required.isEmpty()) {
            for (int row = 0; row < rows; row++) {
                if (search(arena, offsets[row], offsets[row + 1])) {
                    bitmap[row >> 6] |= 1L << row;
                }
            }
            return;
        }
        long[] candidates = new long[(rows + 63) >>> 6];
        required.get().matchRows(arena, offsets, rows, candidates);
        for (int word = 0; word < candidates.length; word++) {
            for (long rest = candidates[word]; rest != 0; rest &= rest - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(rest);
                if (search(arena, offsets[row], offsets[row + 1])) {
                    bitmap[word] |= 1L << row;
                }
            }
        }
    }

    /** As {@link #find}, without looking for the required substring first. */
    abstract boolean search(byte[] bytes, int from, int to);
}
