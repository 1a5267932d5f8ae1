package io.millrace.base.text.regex;

import java.util.Arrays;

/**
 * A backtracking matcher that never tries the same instruction at the same position twice, for finding groups in short texts.
 *
 * <p>Time and memory are bounded by program size times text length; {@link #fits} says whether that is small enough. Not thread-safe.
 */
final class BitState {
    private static final int MAX_BITS = 256 << 10;

    private final Program program;
    private final long[] visited = new long[MAX_BITS / 64];
    /** Triples: instruction and position, or a negative slot, its former value and nothing. */
    private int[] jobs = new int[128];

    private int depth;

    BitState(Program program) {
        this.program = program;
    }

    static boolean fits(Program program, int length) {
        return (long) program.size() * (length + 1) <= MAX_BITS;
    }

    /** Matches at exactly {@code at}, reading no farther than {@code end}; [{@code from}, {@code to}] is the text for looks. */
    boolean match(byte[] bytes, int from, int at, int end, int to, int[] slots) {
        int width = end - at + 1;
        Arrays.fill(visited, 0, (program.size() * width + 63) >>> 6, 0);
        Arrays.fill(slots, -1);
        depth = 0;
        push(program.start, at);
        while (depth > 0) {
            depth -= 2;
            int instruction = jobs[depth];
            int p = jobs[depth + 1];
            if (instruction < 0) {
                slots[~instruction] = p;
                continue;
            }
            if (run(instruction, p, bytes, from, at, end, to, width, slots)) {
                slots[0] = at;
                return true;
            }
        }
        return false;
    }

    private boolean run(int first, int begin, byte[] bytes, int from, int at, int end, int to, int width, int[] slots) {
        int instruction = first;
        int p = begin;
        while (true) {
            int bit = instruction * width + p - at;
            if ((visited[bit >>> 6] >>> bit & 1) != 0) {
                return false;
            }
            visited[bit >>> 6] |= 1L << bit;
            switch (program.op[instruction]) {
                case Program.SET -> {
                    if (p == end || !program.accepts(instruction, bytes[p] & 0xFF)) {
                        return false;
                    }
                    p++;
                }
                case Program.SPLIT -> push(program.arg[instruction], p);
                case Program.CAPTURE -> {
                    int slot = program.arg[instruction];
                    if (slot < slots.length) {
                        push(~slot, slots[slot]);
                        slots[slot] = p;
                    }
                }
                case Program.LOOK -> {
                    if ((program.arg[instruction] & Look.at(bytes, from, p, to)) == 0) {
                        return false;
                    }
                }
                default -> {
                    slots[1] = p;
                    return true;
                }
            }
            instruction = program.out[instruction];
        }
    }

    private void push(int instruction, int position) {
        if (depth + 2 > jobs.length) {
            jobs = Arrays.copyOf(jobs, jobs.length * 2);
        }
        jobs[depth++] = instruction;
        jobs[depth++] = position;
    }
}
