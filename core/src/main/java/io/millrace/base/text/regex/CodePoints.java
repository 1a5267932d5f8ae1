package io.millrace.base.text.regex;

import io.millrace.base.text.unicode.CaseFolding;
import java.util.Arrays;

/** A set of code points as ascending, disjoint, non-adjacent ranges: low, high, low, high, and so on. Immutable. */
record CodePoints(int[] ranges) {
    static final int MAX = Character.MAX_CODE_POINT;
    static final CodePoints ANY = new CodePoints(new int[] {0, MAX});
    static final CodePoints ANY_BUT_NEWLINE = new CodePoints(new int[] {0, '\n' - 1, '\n' + 1, MAX});

    static CodePoints of(int point, boolean ignoreCase) {
        int[] orbit = ignoreCase ? CaseFolding.orbit(point) : new int[0];
        if (orbit.length == 0) {
            return new CodePoints(new int[] {point, point});
        }
        Builder set = new Builder(false);
        for (int member : orbit) {
            set.add(member, member);
        }
        return set.build(false);
    }

    CodePoints negated() {
        return new Builder(false).addAll(this).build(true);
    }

    /** The only member, or -1 if there is not exactly one. */
    int single() {
        return ranges.length == 2 && ranges[0] == ranges[1] ? ranges[0] : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodePoints(int[] theirs) && Arrays.equals(ranges, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    /** Collects ranges in any order, with their case variants if asked to. Not thread-safe. */
    static final class Builder {
        private final boolean ignoreCase;
        private long[] pairs = new long[8];
        private int size;

        Builder(boolean ignoreCase) {
            this.ignoreCase = ignoreCase;
        }

        Builder add(int low, int high) {
            push(low, high);
            if (ignoreCase) {
                for (int point : CaseFolding.foldable(low, high)) {
                    for (int member : CaseFolding.orbit(point)) {
                        push(member, member);
                    }
                }
            }
            return this;
        }

        Builder addAll(CodePoints set) {
            for (int i = 0; i < set.ranges.length; i += 2) {
                add(set.ranges[i], set.ranges[i + 1]);
            }
            return this;
        }

        private void push(int low, int high) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = (long) low << 32 | high;
        }

        CodePoints build(boolean negate) {
            Arrays.sort(pairs, 0, size);
            int[] merged = new int[size * 2];
            int count = 0;
            for (int i = 0; i < size; i++) {
                int low = (int) (pairs[i] >>> 32);
                int high = (int) pairs[i];
                if (count > 0 && low <= merged[count - 1] + 1) {
                    merged[count - 1] = Math.max(merged[count - 1], high);
                } else {
                    merged[count++] = low;
                    merged[count++] = high;
                }
            }
            return new CodePoints(negate ? complement(merged, count) : Arrays.copyOf(merged, count));
        }

        private static int[] complement(int[] ranges, int count) {
            int[] rest = new int[count + 2];
            int used = 0;
            int next = 0;
            for (int i = 0; i < count; i += 2) {
                if (ranges[i] > next) {
                    rest[used++] = next;
                    rest[used++] = ranges[i] - 1;
                }
                next = ranges[i + 1] + 1;
            }
            if (next <= MAX) {
                rest[used++] = next;
                rest[used++] = MAX;
            }
            return Arrays.copyOf(rest, used);
        }
    }
}
