package io.millrace.base.text.regex;

import io.millrace.base.text.search.Substring;
import io.millrace.base.text.unicode.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What a pattern says about the plain text in its matches: bytes that every match contains, or that the pattern is nothing but these bytes.
 *
 * @param required a search every match must satisfy
 * @param whole whether the pattern is exactly that search, without groups or looks
 * @param anchored whether a match can only begin at the beginning of the text
 */
record Literals(Optional<Substring> required, boolean whole, boolean anchored) {
    private static final int MIN_LENGTH = 2;

    static Literals of(Node root, boolean latin1) {
        Runs runs = new Runs(latin1);
        runs.visit(root);
        runs.end();
        boolean whole = runs.whole && runs.bestLength > 0;
        Optional<Substring> required =
                whole || runs.bestLength >= MIN_LENGTH ? Optional.of(runs.search()) : Optional.empty();
        return new Literals(required, whole, beginsText(root));
    }

    private static boolean beginsText(Node node) {
        return switch (node) {
            case Node.Assertion(int look) -> look == Look.BEGIN_TEXT;
            case Node.Concat(List<Node> parts, int _) -> beginsText(parts.getFirst());
            case Node.Alternate(List<Node> choices, int _) -> choices.stream().allMatch(Literals::beginsText);
            case Node.Group(int _, Node body) -> beginsText(body);
            case Node.Repeat _, Node.Empty _, Node.Chars _, Node.AnyByte _ -> false;
        };
    }

    /** Collects runs of neighbouring literal characters; keeps the longest. */
    private static final class Runs {
        private final boolean latin1;
        private final ByteArrayOutputStream run = new ByteArrayOutputStream();
        private boolean runIgnoresCase;
        private byte[] best = {};
        private boolean bestIgnoresCase;
        int bestLength;
        boolean whole = true;

        Runs(boolean latin1) {
            this.latin1 = latin1;
        }

        void visit(Node node) {
            switch (node) {
                case Node.Chars(CodePoints set) -> chars(set);
                case Node.Concat(List<Node> parts, int _) -> parts.forEach(this::visit);
                case Node.Group(int _, Node body) -> {
                    whole = false;
                    visit(body);
                }
                case Node.Assertion _ -> whole = false;
                case Node.Repeat repeat -> {
                    cut();
                    if (repeat.min() > 0) {
                        visit(repeat.body());
                        cut();
                    }
                }
                case Node.Alternate _, Node.AnyByte _ -> cut();
                case Node.Empty _ -> {}
            }
        }

        private void chars(CodePoints set) {
            int[] ranges = set.ranges();
            int single = set.single();
            if (single >= 0) {
                if (!latin1) {
                    Utf8.append(single, run);
                } else if (single <= 0xFF) {
                    run.write(single);
                } else {
                    cut();
                }
            } else if (ranges.length == 4 && isCasePair(ranges)) {
                run.write(ranges[2]);
                runIgnoresCase = true;
            } else {
                cut();
            }
        }

        private static boolean isCasePair(int[] ranges) {
            return ranges[0] == ranges[1]
                    && ranges[2] == ranges[3]
                    && ranges[0] >= 'A'
                    && ranges[0] <= 'Z'
                    && ranges[2] == ranges[0] + 0x20;
        }

        private void cut() {
            whole = false;
            end();
        }

        void end() {
            if (run.size() > bestLength) {
                best = run.toByteArray();
                bestLength = best.length;
                bestIgnoresCase = runIgnoresCase;
            }
            run.reset();
            runIgnoresCase = false;
        }

        Substring search() {
            return bestIgnoresCase ? Substring.ignoringAsciiCase(best) : Substring.of(best);
        }
    }
}
