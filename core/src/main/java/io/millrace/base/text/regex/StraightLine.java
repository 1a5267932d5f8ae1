package io.millrace.base.text.regex;

import io.millrace.base.text.search.Swar;
import io.millrace.base.text.unicode.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A matcher for anchored patterns that are one chain of fixed text, optional fixed text and runs of a class that end by themselves.
 *
 * <p>{@code ^https?://(?:www\.)?([^/]+)/.*$} is one. No automaton is needed: fixed text is compared, runs are skipped eight bytes at a time, and the few
 * optional parts are tried with and without, at most {@value #MAX_OPTIONALS} of them, so time stays linear. Immutable and thread-safe.
 */
final class StraightLine {
    private static final int MAX_OPTIONALS = 3;
    private static final int FAILED = -1;

    private static final int TEXT = 0;
    private static final int OPTIONAL = 1;
    private static final int RUN = 2;
    private static final int CAPTURE = 3;
    private static final int END = 4;

    /**
     * One link of the chain; a plain tag, because this is the inner loop.
     *
     * @param kind one of the five constants above
     * @param text what {@link #TEXT} and {@link #OPTIONAL} compare
     * @param word the first eight bytes of the text as a little-endian number
     * @param mask which bits of the word count
     * @param run what {@link #RUN} skips
     * @param slot what {@link #CAPTURE} sets
     */
    private record Step(int kind, byte[] text, long word, long mask, Run run, int slot) {
        private static final Run NO_RUN = new Run(new boolean[0], false, Skip.NOTHING, 0);
        private static final byte[] NO_TEXT = {};

        static Step text(int kind, byte[] text) {
            long mask = text.length == 0 ? 0 : -1L >>> 64 - 8 * Math.min(8, text.length);
            return new Step(kind, text, Swar.word(Arrays.copyOf(text, 8), 0), mask, NO_RUN, 0);
        }

        static Step run(Run run) {
            return new Step(RUN, NO_TEXT, 0, 0, run, 0);
        }

        static Step plain(int kind, int slot) {
            return new Step(kind, NO_TEXT, 0, 0, NO_RUN, slot);
        }
    }

    /** As many characters as there are of a class that holds these ASCII bytes and, if {@code others}, everything else that is valid. */
    private record Run(boolean[] ascii, boolean others, Skip skip, int min) {}

    private final Step[] steps;

    private StraightLine(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    /** The matcher of a pattern if it has this shape. */
    static Optional<StraightLine> of(Node root) {
        Builder builder = new Builder();
        boolean fits = root instanceof Node.Concat(List<Node> parts, int _)
                && parts.getFirst().equals(new Node.Assertion(Look.BEGIN_TEXT))
                && parts.stream().skip(1).allMatch(builder::add);
        builder.endText();
        return fits && builder.runsEnd() ? Optional.of(new StraightLine(builder.steps)) : Optional.empty();
    }

    /** Matches at exactly {@code at}; fills as many slots as there are places for, the others are -1. */
    boolean match(byte[] bytes, int at, int to, int[] slots) {
        Arrays.fill(slots, -1);
        int end = run(0, bytes, at, to, slots);
        if (end >= 0 && slots.length > 1) {
            slots[0] = at;
            slots[1] = end;
        }
        return end >= 0;
    }

    private int run(int first, byte[] bytes, int at, int to, int[] slots) {
        int p = at;
        Step[] all = steps;
        for (int i = first; i < all.length; i++) {
            Step step = all[i];
            switch (step.kind) {
                case TEXT -> p = skipText(step, bytes, p, to);
                case RUN -> p = skipRun(step.run, bytes, p, to);
                case CAPTURE -> {
                    if (step.slot < slots.length) {
                        slots[step.slot] = p;
                    }
                }
                case OPTIONAL -> {
                    int behind = skipText(step, bytes, p, to);
                    int end = behind < 0 ? FAILED : run(i + 1, bytes, behind, to, slots);
                    if (end >= 0) {
                        return end;
                    }
                }
                default -> p = p == to ? p : FAILED;
            }
            if (p < 0) {
                return FAILED;
            }
        }
        return p;
    }

    private static int skipText(Step step, byte[] bytes, int at, int to) {
        byte[] text = step.text;
        if (to - at < text.length) {
            return FAILED;
        }
        int compared = 0;
        if (at + 8 <= bytes.length) {
            if (((Swar.word(bytes, at) ^ step.word) & step.mask) != 0) {
                return FAILED;
            }
            compared = Math.min(8, text.length);
        }
        for (int i = compared; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return FAILED;
            }
        }
        return at + text.length;
    }

    private static int skipRun(Run run, byte[] bytes, int at, int to) {
        int p = at;
        boolean[] ascii = run.ascii;
        while (p < to) {
            p = run.skip.forward(bytes, p, to);
            int least = p;
            while (p < to && bytes[p] >= 0 && ascii[bytes[p]]) {
                p++;
            }
            if (p == to || bytes[p] >= 0 || !run.others) {
                break;
            }
            p += validLength(bytes, p, to);
            if (p == least) {
                break;
            }
        }
        return p == at && run.min > 0 ? FAILED : p;
    }

    /** The bytes of the character at {@code at} by the generous rule of {@link Utf8Ranges}, 0 if there is none. */
    private static int validLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (bytes[at + i] >= (byte) 0xC0) {
                return 0;
            }
        }
        return length;
    }

    /** Collects steps; every add answers whether the pattern still fits. */
    private static final class Builder {
        final ArrayList<Step> steps = new ArrayList<>();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private int optionals;

        boolean add(Node node) {
            return switch (node) {
                case Node.Chars(CodePoints set) -> addText(set, text);
                case Node.Assertion(int look) -> look == Look.END_TEXT && addStep(Step.plain(END, 0));
                case Node.Concat(List<Node> parts, int _) -> parts.stream().allMatch(this::add);
                case Node.Group(int index, Node body) ->
                    addStep(Step.plain(CAPTURE, 2 * index)) && add(body) && addStep(Step.plain(CAPTURE, 2 * index + 1));
                case Node.Repeat repeat -> addRepeat(repeat);
                case Node.Empty _ -> true;
                case Node.Alternate _, Node.AnyByte _ -> false;
            };
        }

        private boolean addRepeat(Node.Repeat repeat) {
            if (!repeat.greedy()) {
                return false;
            }
            if (repeat.min() == 0 && repeat.max() == 1) {
                ByteArrayOutputStream optional = new ByteArrayOutputStream();
                List<Node> parts =
                        repeat.body() instanceof Node.Concat(List<Node> all, int _) ? all : List.of(repeat.body());
                boolean plain = parts.stream()
                        .allMatch(part -> part instanceof Node.Chars(CodePoints set) && addText(set, optional));
                return plain && ++optionals <= MAX_OPTIONALS && addStep(Step.text(OPTIONAL, optional.toByteArray()));
            }
            boolean run = repeat.min() <= 1 && repeat.max() == Node.UNBOUNDED;
            return run && repeat.body() instanceof Node.Chars(CodePoints set) && addRun(set.ranges(), repeat.min());
        }

        private boolean addRun(int[] ranges, int min) {
            int last = ranges.length - 1;
            boolean others = last > 0 && ranges[last] == CodePoints.MAX && ranges[last - 1] <= 0x80;
            if (last < 0 || (!others && ranges[last] >= 0x80)) {
                return false;
            }
            boolean[] ascii = new boolean[128];
            for (int i = 0; i < ranges.length; i += 2) {
                for (int b = ranges[i]; b <= ranges[i + 1] && b < 128; b++) {
                    ascii[b] = true;
                }
            }
            return addStep(Step.run(new Run(ascii, others, Skip.of(ascii), min)));
        }

        private static boolean addText(CodePoints set, ByteArrayOutputStream out) {
            int single = set.single();
            if (single >= 0) {
                Utf8.append(single, out);
            }
            return single >= 0;
        }

        private boolean addStep(Step step) {
            endText();
            return steps.add(step);
        }

        void endText() {
            if (text.size() > 0) {
                steps.add(Step.text(TEXT, text.toByteArray()));
                text.reset();
            }
        }

        /** Whether giving back a part of a run can never help: what follows each of them cannot begin inside it. */
        boolean runsEnd() {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind == RUN && !endsBefore(steps.get(i).run, i + 1)) {
                    return false;
                }
            }
            return true;
        }

        private boolean endsBefore(Run run, int following) {
            int i = following;
            while (i < steps.size() && steps.get(i).kind == CAPTURE) {
                i++;
            }
            if (i == steps.size()) {
                return true;
            }
            byte[] next = steps.get(i).text;
            return switch (steps.get(i).kind) {
                case END -> true;
                case TEXT -> next[0] < 0 ? !run.others : !run.ascii[next[0]];
                default -> false;
            };
        }
    }
}
