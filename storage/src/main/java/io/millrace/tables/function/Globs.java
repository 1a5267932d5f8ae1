package io.millrace.tables.function;

import java.util.ArrayList;
import java.util.List;

/** Wildcards in file names: {@code *} and {@code ?} inside of one name, {@code {a,b}} and {@code {1..3}} anywhere. Stateless. */
final class Globs {
    private static final int MOST_ALTERNATIVES = 10_000;

    private Globs() {}

    static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('{') >= 0;
    }

    /** The pattern with its braces written out; unbalanced ones stand for themselves. */
    static List<String> alternatives(String pattern) {
        int open = pattern.indexOf('{');
        int close = open < 0 ? -1 : pattern.indexOf('}', open);
        if (close < 0) {
            return List.of(pattern);
        }
        List<String> all = new ArrayList<>();
        for (String choice : choices(pattern.substring(open + 1, close))) {
            for (String rest : alternatives(pattern.substring(close + 1))) {
                if (all.size() < MOST_ALTERNATIVES) {
                    all.add(pattern.substring(0, open) + choice + rest);
                }
            }
        }
        return all;
    }

    private static List<String> choices(String inside) {
        int dots = inside.indexOf("..");
        if (dots > 0) {
            String first = inside.substring(0, dots);
            String last = inside.substring(dots + 2);
            if (isNumber(first) && isNumber(last)) {
                return range(first, last);
            }
        }
        return List.of(inside.split(",", -1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Numbers in between; with zeros in front if the first one has them. */
    private static List<String> range(String first, String last) {
        List<String> numbers = new ArrayList<>();
        int end = Integer.parseInt(last);
        for (int i = Integer.parseInt(first); i <= end && numbers.size() < MOST_ALTERNATIVES; i++) {
            String number = Integer.toString(i);
            boolean padded = first.length() > 1 && first.charAt(0) == '0';
            numbers.add(padded ? "0".repeat(Math.max(0, first.length() - number.length())) + number : number);
        }
        return numbers;
    }

    /** Whether a whole name fits a pattern of {@code *} and {@code ?}; in linear space, with one place to come back to. */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))
                    && pattern.charAt(p) != '*') {
                p++;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
