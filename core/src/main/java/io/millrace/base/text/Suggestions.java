package io.millrace.base.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The "Maybe you meant" of error texts: names close to a mistyped one. */
public final class Suggestions {
    private static final int MOST = 2;

    private Suggestions() {}

    /** A sentence with a leading space, {@code  Maybe you meant: ['toUInt8','toUInt16'].}, or nothing when no name is near. */
    @SafeVarargs
    public static String closest(String wrong, Collection<String>... candidates) {
        record Near(String name, int distance) {}
        int most = Math.max(1, wrong.length() / 3);
        List<Near> near = new ArrayList<>();
        for (Collection<String> names : candidates) {
            for (String name : names) {
                int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), most);
                if (distance <= most) {
                    near.add(new Near(name, distance));
                }
            }
        }
        if (near.isEmpty()) {
            return "";
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
        List<String> quoted = near.stream()
                .map(n -> "'" + n.name() + "'")
                .distinct()
                .limit(MOST)
                .toList();
        return " Maybe you meant: [" + String.join(",", quoted) + "].";
    }

    /** Levenshtein distance, or more than {@code most} when it is larger. */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
