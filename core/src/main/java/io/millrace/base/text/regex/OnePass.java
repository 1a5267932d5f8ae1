package io.millrace.base.text.regex;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An automaton for patterns in which the next byte always decides alone what to do: finds groups in one pass without a list of threads.
 *
 * <p>Made ahead for anchored matching only. An action holds the next row in its upper half and conditions in its lower half. Immutable and thread-safe.
 */
final class OnePass {
    private static final int MAX_NODES = 2000;
    private static final int MAX_TABLE = 1 << 17;
    /** The match of this node is preferred to reading on. */
    private static final int MATCH_WINS = 64;

    private static final int FIRST_CAPTURE_BIT = 8;
    /** Slots 2 to 21: nine groups and more. */
    private static final int MAX_SLOTS = 22;

    private static final int NEVER = 128;

    private final byte[] classes;
    private final int stride;
    /** Rows of actions by byte class; the last entry of a row is the condition of a match there. Row 0 is the dead end. */
    private final long[] table;

    private final @Nullable Skip[] skips;
    private final int start;

    private OnePass(byte[] classes, int stride, long[] table, @Nullable Skip[] skips, int start) {
        this.classes = classes;
        this.stride = stride;
        this.table = table;
        this.skips = skips;
        this.start = start;
    }

    /** The automaton of a program if it is one-pass and small. */
    static Optional<OnePass> of(Program program, int slots) {
        return slots > MAX_SLOTS ? Optional.empty() : new Builder(program).build();
    }

    /**
     * Matches at exactly {@code at} in the text [{@code from}, {@code to}].
     *
     * @param slots filled with the bounds of as many groups as it has room for, -1 for those that took no part
     */
    boolean match(byte[] bytes, int from, int at, int to, int[] slots, int[] work) {
        final long[] actions = table;
        final byte[] classOf = classes;
        final int matchSlot = stride - 1;
        Arrays.fill(work, -1);
        boolean matched = false;
        int row = start;
        int p = at;
        while (p < to) {
            long action = actions[row + (classOf[bytes[p] & 0xFF] & 0xFF)];
            int condition = (int) action;
            int matchCondition = (int) actions[row + matchSlot];
            if (matchCondition != NEVER && (matchCondition & Look.END_TEXT) == 0) {
                int next = (int) (action >>> 32);
                boolean superseded = (condition & MATCH_WINS) == 0 && next != 0 && (condition & Look.ALL) == 0
                        && ((int) actions[next + matchSlot] & (NEVER | Look.ALL)) == 0;
                if (!superseded && holds(matchCondition, bytes, from, p, to)) {
                    record(matchCondition, p, at, work, slots);
                    matched = true;
                    if ((condition & MATCH_WINS) != 0) {
                        return true;
                    }
                }
            }
            if ((condition & Look.ALL) != 0 && !holds(condition, bytes, from, p, to)) {
                return matched;
            }
            int next = (int) (action >>> 32);
            if (next == 0) {
                return matched;
            }
            if (condition >>> FIRST_CAPTURE_BIT != 0) {
                capture(condition, p, work);
            }
            p++;
            if (next == row) {
                @Nullable Skip skip = skips[row / stride];
                p = skip == null ? p : skip.forward(bytes, p, to);
            }
            row = next;
        }
        int matchCondition = (int) actions[row + matchSlot];
        if (matchCondition != NEVER && holds(matchCondition, bytes, from, p, to)) {
            record(matchCondition, p, at, work, slots);
            return true;
        }
        return matched;
    }

    private static boolean holds(int condition, byte[] bytes, int from, int at, int to) {
        int looks = condition & Look.ALL;
        return looks == 0 || (looks & ~Look.at(bytes, from, at, to)) == 0;
    }

    private static void capture(int condition, int at, int[] work) {
        for (int bits = condition >>> FIRST_CAPTURE_BIT; bits != 0; bits &= bits - 1) {
            int slot = Integer.numberOfTrailingZeros(bits) + 2;
            if (slot < work.length) {
                work[slot] = at;
            }
        }
    }

    private static void record(int condition, int end, int begin, int[] work, int[] slots) {
        System.arraycopy(work, 0, slots, 0, slots.length);
        capture(condition, end, slots);
        slots[0] = begin;
        slots[1] = end;
    }

    /** Explores the program from each point behind a byte; fails as soon as two ways are open at once. */
    private static final class Builder {
        private final Program program;
        private final int stride;
        private final int[] nodeOf;
        private final ArrayDeque<Integer> pending = new ArrayDeque<>();
        private long[] table;
        private int nodes = 1;

        Builder(Program program) {
            this.program = program;
            stride = program.classCount + 1;
            nodeOf = new int[program.size()];
            table = new long[stride * 8];
        }

        Optional<OnePass> build() {
            int start = node(program.start);
            while (!pending.isEmpty()) {
                if (!expand(pending.poll()) || nodes > MAX_NODES || nodes * stride > MAX_TABLE) {
                    return Optional.empty();
                }
            }
            return Optional.of(new OnePass(program.classes, stride, Arrays.copyOf(table, nodes * stride), skips(), start));
        }

        private int node(int instruction) {
            if (nodeOf[instruction] == 0) {
                nodeOf[instruction] = nodes++;
                if (nodes * stride > table.length) {
                    table = Arrays.copyOf(table, table.length * 2);
                }
                table[nodeOf[instruction] * stride + stride - 1] = NEVER;
                pending.add(instruction);
            }
            return nodeOf[instruction] * stride;
        }

        /** Fills the row of one node; false if the program is not one-pass there. */
        private boolean expand(int instruction) {
            int row = nodeOf[instruction] * stride;
            ThreadList seen = new ThreadList(program.size());
            int[] stack = new int[program.size() * 2 + 2];
            int[] conditions = new int[program.size() * 2 + 2];
            int depth = 0;
            stack[depth] = instruction;
            conditions[depth++] = 0;
            boolean matched = false;
            while (depth > 0) {
                int at = stack[--depth];
                int condition = conditions[depth];
                if (seen.contains(at)) {
                    return false;
                }
                seen.add(at);
                switch (program.op[at]) {
                    case Program.SPLIT -> {
                        stack[depth] = program.arg[at];
                        conditions[depth++] = condition;
                        stack[depth] = program.out[at];
                        conditions[depth++] = condition;
                    }
                    case Program.CAPTURE -> {
                        stack[depth] = program.out[at];
                        conditions[depth++] = condition | 1 << (FIRST_CAPTURE_BIT + program.arg[at] - 2);
                    }
                    case Program.LOOK -> {
                        stack[depth] = program.out[at];
                        conditions[depth++] = condition | program.arg[at];
                    }
                    case Program.MATCH -> {
                        matched = true;
                        table[row + stride - 1] = condition;
                    }
                    default -> {
                        if (!read(row, at, condition | (matched ? MATCH_WINS : 0))) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        private boolean read(int row, int instruction, int condition) {
            long action = (long) node(program.out[instruction]) << 32 | condition & 0xFFFFFFFFL;
            for (int c = 0; c < program.classCount; c++) {
                if (program.accepts(instruction, program.sample[c])) {
                    if (table[row + c] != 0 && table[row + c] != action) {
                        return false;
                    }
                    table[row + c] = action;
                }
            }
            return true;
        }

        /** Rows that stay put on ASCII without conditions, where no match could end in between. */
        private @Nullable Skip[] skips() {
            @Nullable Skip[] skips = new Skip[nodes];
            for (int node = 1; node < nodes; node++) {
                int row = node * stride;
                int matchCondition = (int) table[row + stride - 1];
                boolean quiet = (matchCondition & (NEVER | Look.END_TEXT)) != 0 || (matchCondition & Look.ALL) == 0;
                boolean[] stays = new boolean[128];
                for (int b = 0; b < 128 && quiet; b++) {
                    stays[b] = table[row + (program.classes[b] & 0xFF)] == (long) row << 32;
                }
                Skip skip = Skip.of(stays);
                skips[node] = skip == Skip.NOTHING ? null : skip;
            }
            return skips;
        }
    }
}
