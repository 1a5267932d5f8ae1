package io.millrace.base.text.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random patterns against the JDK's engine, whose meaning is the same on the sub-language used here, and against the thread simulation. */
final class RegexPropertyTest {
    private static final String[] ATOMS = {
        "a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\d", "é", "[а-я]", "ж", "[^é]", "ab", "1", "(?:ab|a)", "\\x{1F600}"
    };
    /** Without {@code \B}, which in RE2 also holds inside a multi-byte character. */
    private static final String[] LOOKS = {"^", "$", "\\b", "\\A", "\\z"};

    private final long seed = Long.getLong("seed", 20_261_121L);
    private final Random random = new Random(seed);

    @Test
    void agreesWithTheJdk() {
        for (int i = 0; i < 2500; i++) {
            String pattern = pattern(3, false);
            Regex regex = Regex.compile(pattern);
            Matcher matcher = regex.matcher();
            PikeVm pike = new PikeVm(program(pattern), 2 * regex.groupCount() + 2);
            // the JDK's $ also matches before a last line end
            Pattern reference = Pattern.compile(pattern.replace("$", "\\z"), Pattern.DOTALL);
            for (int j = 0; j < 6; j++) {
                check(matcher, pike, reference, text());
            }
        }
    }

    @Test
    void automataAgreeWithTheSimulation() {
        for (int i = 0; i < 4000; i++) {
            String pattern = pattern(3, true)
                    .replace("\\A", "\\B")
                    .replaceAll("(?<!\\[)\\^", random.nextBoolean() ? "(?m:^)" : "^");
            Regex regex = Regex.compile(pattern);
            Matcher matcher = regex.matcher();
            int[] slots = new int[2 * regex.groupCount() + 2];
            int[] simulated = new int[slots.length];
            int[] bounds = new int[2];
            PikeVm pike = new PikeVm(program(pattern), slots.length);
            for (int j = 0; j < 6; j++) {
                String text = text();
                String what = "seed " + seed + " pattern " + pattern + " text " + text;
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                int at = random.nextInt(bytes.length + 1);
                boolean found = pike.match(bytes, 0, at, bytes.length, false, simulated);
                assertThat(matcher.find(bytes, 0, at, bytes.length, slots))
                        .as(what)
                        .isEqualTo(found);
                assertThat(matcher.find(bytes, 0, at, bytes.length, bounds))
                        .as(what)
                        .isEqualTo(found);
                if (found) {
                    assertThat(slots).as(what).isEqualTo(simulated);
                    assertThat(bounds).as(what).containsExactly(slots[0], slots[1]);
                }
            }
        }
    }

    @Test
    void straightLinesAgreeWithTheSimulation() {
        String[] parts = {
            "a",
            "b?",
            "(?:ab)?",
            "[^b]+",
            "[^é]*b",
            "([^a/]+)",
            "\\w*",
            "(\\d+)",
            ".*",
            "/",
            "é",
            "(a)",
            "[а-я]+",
            "$",
            "[^1]+1",
            "(?:ж)?"
        };
        int straight = 0;
        for (int i = 0; i < 4000; i++) {
            StringBuilder chain = new StringBuilder("^");
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                chain.append(parts[random.nextInt(parts.length)]);
            }
            String pattern = chain.toString();
            Regex regex = Regex.compile(pattern);
            int[] slots = new int[2 * regex.groupCount() + 2];
            int[] simulated = new int[slots.length];
            PikeVm pike = new PikeVm(program(pattern), slots.length);
            PatternText tree = new PatternText(pattern.getBytes(StandardCharsets.UTF_8), false);
            straight += StraightLine.of(new RegexParser(tree, RegexOptions.DEFAULT).parse())
                            .isPresent()
                    ? 1
                    : 0;
            for (int j = 0; j < 6; j++) {
                byte[] bytes = (text() + (random.nextBoolean() ? "/" : "") + text()).getBytes(StandardCharsets.UTF_8);
                if (bytes.length > 0 && random.nextInt(4) == 0) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                String what = "seed " + seed + " pattern " + pattern + " text " + Arrays.toString(bytes);
                boolean found = pike.match(bytes, 0, 0, bytes.length, true, simulated);
                assertThat(regex.matcher().find(bytes, 0, 0, bytes.length, slots))
                        .as(what)
                        .isEqualTo(found);
                assertThat(regex.matcher().find(bytes, 0, bytes.length))
                        .as(what)
                        .isEqualTo(found);
                if (found) {
                    assertThat(slots).as(what).isEqualTo(simulated);
                }
            }
        }
        assertThat(straight).isGreaterThan(500);
    }

    private static Program program(String pattern) {
        PatternText text = new PatternText(pattern.getBytes(StandardCharsets.UTF_8), false);
        return Compiler.compile(new RegexParser(text, RegexOptions.DEFAULT).parse(), text, false, false);
    }

    private void check(Matcher matcher, PikeVm pike, Pattern reference, String text) {
        String what = "seed " + seed + " pattern " + reference + " text " + text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] slots = new int[2 * matcher.regex().groupCount() + 2];
        int[] simulated = new int[slots.length];
        boolean found = matcher.find(bytes, 0, 0, bytes.length, slots);
        java.util.regex.Matcher expected = reference.matcher(new Budget(text));
        try {
            assertThat(found).as(what).isEqualTo(expected.find());
        } catch (BudgetSpent e) {
            return;
        }
        assertThat(matcher.find(bytes, 0, bytes.length)).as(what).isEqualTo(found);
        assertThat(pike.match(bytes, 0, 0, bytes.length, false, simulated))
                .as(what)
                .isEqualTo(found);
        if (found) {
            assertThat(slots).as(what).isEqualTo(simulated);
            assertThat(slots[0]).as(what).isEqualTo(byteAt(text, expected.start()));
            assertThat(slots[1]).as(what).isEqualTo(byteAt(text, expected.end()));
            int[] bounds = new int[2];
            assertThat(matcher.find(bytes, 0, 0, bytes.length, bounds)).as(what).isTrue();
            assertThat(bounds).as(what).containsExactly(slots[0], slots[1]);
        }
    }

    /** The JDK's engine backtracks without bound; a text that has been read too often ends the comparison. */
    private static final class Budget implements CharSequence {
        private final String text;
        private int left = 100_000;

        Budget(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new BudgetSpent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static int byteAt(String text, int index) {
        return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private String pattern(int depth, boolean emptyLoops) {
        StringBuilder text = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            String part = switch (depth == 0 ? 0 : random.nextInt(6)) {
                case 1 -> "(" + pattern(depth - 1, emptyLoops) + ")";
                case 2 -> "(?:" + pattern(depth - 1, emptyLoops) + "|" + pattern(depth - 1, emptyLoops) + ")";
                case 3 -> random.nextInt(3) == 0 ? LOOKS[random.nextInt(LOOKS.length)] : "a";
                default -> ATOMS[random.nextInt(ATOMS.length)];
            };
            text.append(part);
            boolean group = part.startsWith("(") || part.startsWith("[");
            if ((group || "abc.1éж".contains(part)) && (emptyLoops || !canBeEmpty(part))) {
                text.append(new String[] {"", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?"}
                        [random.nextInt(11)]);
            }
        }
        return text.toString();
    }

    /** A repeated part that can be empty means different things to the JDK and to RE2. */
    private static boolean canBeEmpty(String part) {
        boolean looks = Pattern.compile("(?<!\\[)[$^]|\\\\[bBAz]").matcher(part).find();
        return looks || Pattern.compile(part, Pattern.DOTALL).matcher("").find();
    }

    private String text() {
        String[] pieces = {"a", "b", "c", "ab", " ", "\n", "1", "é", "ж", "я", "_", "\uD83D\uDE00", "aaaaaaaaaa"};
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    @Timeout(5)
    void hostilePatternsTakeLinearTime() {
        byte[] text = new byte[1 << 20];
        Arrays.fill(text, (byte) 'a');
        text[text.length - 1] = '!';
        for (String pattern : new String[] {
            "(a+)+$",
            "(a|aa)+$",
            "(a*)*b",
            "(.*)(.*)(.*)(.*)x",
            "(?:a|b)*a(?:a|b){14}c",
            "(x+x+)+y",
            ".*a.{12}b",
            "^(a?){100}$"
        }) {
            Regex regex = Regex.compile(pattern);
            long start = System.nanoTime();
            assertThat(regex.matcher().find(text, 0, text.length)).as(pattern).isFalse();
            int[] slots = new int[2 * regex.groupCount() + 2];
            assertThat(regex.matcher().find(text, 0, 0, text.length, slots))
                    .as(pattern)
                    .isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(pattern).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    @Timeout(8)
    void survivesTooManyStates() {
        byte[] text = new byte[60_000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (random.nextBoolean() ? 'a' : 'b');
        }
        Regex regex = Regex.compile("((a|b)*)a(a|b){40}c");
        int[] slots = new int[8];
        assertThat(regex.matcher().find(text, 0, text.length)).isFalse();
        text[50_000] = 'a';
        text[50_041] = 'c';
        Matcher matcher = regex.matcher();
        assertThat(matcher.find(text, 0, text.length)).as("seed %d", seed).isTrue();
        assertThat(matcher.find(text, 0, 0, text.length, slots))
                .as("seed %d", seed)
                .isTrue();
        assertThat(slots).startsWith(0, 50_042, 0, 50_000);
    }
}
