package io.millrace.benchmarks;

import io.millrace.benchmarks.hits.HitsQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The comparison of two engines' answers. Floats may differ in the last digits; where an answer is cut out of a sorted
 * one, the rows that share their sort key with the first or the last may be others, as ties are broken freely.
 */
final class Agreement {
    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    /** What differs, in words; nothing when the answers agree. */
    static Optional<String> difference(HitsQuery query, List<List<String>> a, List<List<String>> b) {
        if (a.size() != b.size()) {
            return Optional.of(a.size() + " rows against " + b.size());
        }
        if (query.onlyRowCount() || a.isEmpty()) {
            return Optional.empty();
        }
        if (query.orderBy().isEmpty()) {
            return unordered(a, b);
        }
        for (int i = 0; i < a.size(); i++) {
            List<String> x = key(query, a.get(i));
            List<String> y = key(query, b.get(i));
            if (!same(x, y)) {
                return Optional.of("row " + (i + 1) + " has the key " + x + " against " + y);
            }
        }
        List<String> first = key(query, a.getFirst());
        List<String> last = key(query, a.getLast());
        boolean skipped = query.sql().contains(" OFFSET ");
        Predicate<List<String>> uncut = row -> {
            List<String> key = key(query, row);
            return !same(key, last) && !(skipped && same(key, first));
        };
        return unordered(
                a.stream().filter(uncut).toList(), b.stream().filter(uncut).toList());
    }

    private static List<String> key(HitsQuery query, List<String> row) {
        return query.orderBy().stream().map(row::get).toList();
    }

    private static Optional<String> unordered(List<List<String>> a, List<List<String>> b) {
        List<List<String>> left = sorted(a);
        List<List<String>> right = sorted(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!same(left.get(i), right.get(i))) {
                return Optional.of(shortened(left.get(i)) + " against " + shortened(right.get(i)));
            }
        }
        return left.size() == right.size() ? Optional.empty() : Optional.of("ties are cut differently");
    }

    private static String shortened(List<String> row) {
        String text = row.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    /** Sorted by the columns that are no floats first, so that a difference in the last digit does not move a row. */
    private static List<List<String>> sorted(List<List<String>> rows) {
        List<List<String>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((List<String> row) -> String.join(
                        "\t", row.stream().filter(cell -> !isFloat(cell)).toList()))
                .thenComparing(row -> String.join("\t", row)));
        return sorted;
    }

    private static boolean same(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (!isFloat(a) && !isFloat(b)) {
            return false;
        }
        try {
            double x = Double.parseDouble(a);
            double y = Double.parseDouble(b);
            return Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A number with a point or an exponent; engines print whole floats with and without them. */
    private static boolean isFloat(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || (c == 'e' || c == 'E') && i > 0) {
                point = true;
            } else if ((c < '0' || c > '9') && c != '-' && c != '+') {
                return false;
            }
        }
        return point;
    }
}
