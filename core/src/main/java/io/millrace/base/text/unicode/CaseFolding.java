package io.millrace.base.text.unicode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Simple (one to one) case folding of code points.
 *
 * <p>{@link #lower} is what ClickHouse's case-insensitive searches compare by; {@link #orbit} is the wider relation of RE2's {@code (?i)}, in which
 * {@code k}, {@code K} and the Kelvin sign are one letter. The dotted capital and the dotless small I fold to nothing, as in both. Immutable.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** The lower-case form, or the code point itself. */
    public static int lower(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 0x20 : codePoint;
        }
        return codePoint == 0x130 ? codePoint : Character.toLowerCase(codePoint);
    }

    /** All code points that fold together with this one, ascending and including it; empty when it stands alone. */
    public static int[] orbit(int codePoint) {
        int at = Arrays.binarySearch(Orbits.POINTS, codePoint);
        return at < 0 ? Orbits.NONE : Orbits.MEMBERS[at].clone();
    }

    /** The code points in [{@code from}, {@code to}] that have partners, ascending. */
    public static int[] foldable(int from, int to) {
        int first = Arrays.binarySearch(Orbits.POINTS, from);
        int last = Arrays.binarySearch(Orbits.POINTS, to);
        first = first < 0 ? -first - 1 : first;
        last = last < 0 ? -last - 1 : last + 1;
        return first >= last ? Orbits.NONE : Arrays.copyOfRange(Orbits.POINTS, first, last);
    }

    /** The table, computed from the JDK's character data when it is first needed (about a millisecond). */
    private static final class Orbits {
        static final int[] NONE = {};
        static final int[] POINTS;
        static final int[][] MEMBERS;
        private static final int LAST_CASED = 0x1E943;

        static {
            TreeMap<Integer, List<Integer>> byKey = new TreeMap<>();
            for (int point = 0; point <= LAST_CASED; point++) {
                int key = key(point);
                if (key != point || Character.toUpperCase(point) != point) {
                    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(point);
                }
            }
            TreeMap<Integer, int[]> members = new TreeMap<>();
            byKey.forEach((key, points) -> {
                if (!points.contains(key)) {
                    points.add(key);
                }
                if (points.size() > 1) {
                    int[] orbit =
                            points.stream().mapToInt(Integer::intValue).sorted().toArray();
                    points.forEach(point -> members.put(point, orbit));
                }
            });
            POINTS = members.keySet().stream().mapToInt(Integer::intValue).toArray();
            MEMBERS = members.values().toArray(int[][]::new);
        }

        private static int key(int point) {
            return point == 0x130 || point == 0x131 ? point : Character.toLowerCase(Character.toUpperCase(point));
        }
    }
}
