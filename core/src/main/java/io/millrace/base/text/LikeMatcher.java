package io.millrace.base.text;

import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.search.Substring;
import io.millrace.base.text.unicode.Utf8;
import java.util.Arrays;

/** One thread's matcher for one {@link LikePattern}. Not thread-safe. */
public abstract sealed class LikeMatcher {
    LikeMatcher() {}

    static LikeMatcher of(LikePattern.Shape shape) {
        return switch (shape) {
            case LikePattern.Shape.Anything() -> new Contains(Substring.of(new byte[0]));
            case LikePattern.Shape.Equal(byte[] text, boolean ignoreCase) -> new Fixed(text, ignoreCase, true, true);
            case LikePattern.Shape.Prefix(byte[] text, boolean ignoreCase) -> new Fixed(text, ignoreCase, true, false);
            case LikePattern.Shape.Suffix(byte[] text, boolean ignoreCase) -> new Fixed(text, ignoreCase, false, true);
            case LikePattern.Shape.Contains(Substring needle) -> new Contains(needle);
            case LikePattern.Shape.Sequence sequence -> new Sequence(sequence);
            case LikePattern.Shape.Expression(var regex) -> new Expression(regex.matcher());
        };
    }

    /** Whether the whole text [{@code from}, {@code to}) matches the pattern. */
    public abstract boolean matches(byte[] bytes, int from, int to);

    /** Sets the bit of every row that matches; other bits are left alone. */
    public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        for (int row = 0; row < rows; row++) {
            if (matches(arena, offsets[row], offsets[row + 1])) {
                bitmap[row >> 6] |= 1L << row;
            }
        }
    }

    /** Fixed text at the beginning, at the end, or being the whole. */
    private static final class Fixed extends LikeMatcher {
        private final byte[] text;
        private final boolean ignoreCase;
        private final Substring comparison;
        private final boolean atStart;
        private final boolean atEnd;

        Fixed(byte[] text, boolean ignoreCase, boolean atStart, boolean atEnd) {
            this.text = text;
            this.ignoreCase = ignoreCase;
            this.comparison = Substring.ignoringAsciiCase(text);
            this.atStart = atStart;
            this.atEnd = atEnd;
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            int length = text.length;
            if (atStart && atEnd ? to - from != length : to - from < length) {
                return false;
            }
            int at = atStart ? from : to - length;
            return ignoreCase
                    ? comparison.matchEnd(bytes, at, to) >= 0
                    : Arrays.equals(bytes, at, at + length, text, 0, length);
        }
    }

    private static final class Contains extends LikeMatcher {
        private final Substring needle;

        Contains(Substring needle) {
            this.needle = needle;
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return needle.indexOf(bytes, from, to) >= 0;
        }

        @Override
        public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
            needle.matchRows(arena, offsets, rows, bitmap);
        }
    }

    /** Fixed parts in order: each is taken where it first occurs. The regular expression decides about text that is not valid UTF-8. */
    private static final class Sequence extends LikeMatcher {
        private final LikePattern.Shape.Sequence shape;
        private final Substring[] parts;
        private final Matcher exact;

        Sequence(LikePattern.Shape.Sequence shape) {
            this.shape = shape;
            parts = Arrays.stream(shape.parts()).map(Substring::of).toArray(Substring[]::new);
            exact = shape.exact().matcher();
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return inOrder(bytes, from, to) && (Utf8.isValid(bytes, from, to) || exact.find(bytes, from, to));
        }

        /** Looks for the longest part in the whole column first; only rows that have it are examined. */
        @Override
        public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
            int longest = 0;
            for (int i = 1; i < parts.length; i++) {
                longest = shape.parts()[i].length > shape.parts()[longest].length ? i : longest;
            }
            long[] candidates = new long[(rows + 63) >>> 6];
            parts[longest].matchRows(arena, offsets, rows, candidates);
            for (int word = 0; word < candidates.length; word++) {
                for (long rest = candidates[word]; rest != 0; rest &= rest - 1) {
                    int row = (word << 6) + Long.numberOfTrailingZeros(rest);
                    if (matches(arena, offsets[row], offsets[row + 1])) {
                        bitmap[word] |= 1L << row;
                    }
                }
            }
        }

        private boolean inOrder(byte[] bytes, int from, int to) {
            int at = from;
            int end = to;
            int first = 0;
            int last = parts.length;
            if (!shape.openStart()) {
                at = parts[first++].matchEnd(bytes, from, to);
                if (at < 0) {
                    return false;
                }
            }
            if (!shape.openEnd()) {
                end = to - shape.parts()[--last].length;
                if (end < at || parts[last].matchEnd(bytes, end, to) < 0) {
                    return false;
                }
            }
            for (int i = first; i < last; i++) {
                int hit = parts[i].indexOf(bytes, at, end);
                if (hit < 0) {
                    return false;
                }
                at = hit + shape.parts()[i].length;
            }
            return true;
        }
    }

    private static final class Expression extends LikeMatcher {
        private final Matcher matcher;

        Expression(Matcher matcher) {
            this.matcher = matcher;
        }

        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return matcher.find(bytes, from, to);
        }

        @Override
        public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
            matcher.matchRows(arena, offsets, rows, bitmap);
        }
    }
}
