package io.millrace.base.text.regex;

import java.util.Arrays;

/**
 * A simulation of all threads of a program side by side: slow, but linear whatever the pattern. The last resort. Not thread-safe.
 */
final class PikeVm {
    private static final int RESTORE = -1;

    private final Program program;
    private final int slotCount;
    private ThreadList current;
    private ThreadList following;
    /** The slots of the thread at each instruction. */
    private int[] currentSlots;

    private int[] followingSlots;
    private final int[] work;
    private int[] stack = new int[64];

    PikeVm(Program program, int slotCount) {
        this.program = program;
        this.slotCount = slotCount;
        current = new ThreadList(program.size());
        following = new ThreadList(program.size());
        currentSlots = new int[program.size() * slotCount];
        followingSlots = new int[program.size() * slotCount];
        work = new int[slotCount];
    }

    /** Finds the preferred match that begins at {@code at} or, unless {@code anchored}, behind it; {@code slots} has the count given at creation. */
    boolean match(byte[] bytes, int from, int at, int to, boolean anchored, int[] slots) {
        boolean matched = false;
        current.clear();
        for (int p = at; ; p++) {
            if (!matched && (p == at || !anchored)) {
                Arrays.fill(work, -1);
                if (slotCount > 0) {
                    work[0] = p;
                }
                follow(current, currentSlots, program.start, bytes, from, p, to);
            }
            if (current.size == 0 && (matched || anchored)) {
                return matched;
            }
            following.clear();
            for (int i = 0; i < current.size; i++) {
                int instruction = current.dense[i];
                byte operation = program.op[instruction];
                if (operation == Program.MATCH) {
                    matched = true;
                    if (slotCount == 0) {
                        return true;
                    }
                    System.arraycopy(currentSlots, instruction * slotCount, slots, 0, slotCount);
                    slots[1] = p;
                    break;
                }
                if (operation == Program.SET && p < to && program.accepts(instruction, bytes[p] & 0xFF)) {
                    System.arraycopy(currentSlots, instruction * slotCount, work, 0, slotCount);
                    follow(following, followingSlots, program.out[instruction], bytes, from, p + 1, to);
                }
            }
            if (p == to) {
                return matched;
            }
            swap();
        }
    }

    private void swap() {
        ThreadList list = current;
        current = following;
        following = list;
        int[] slots = currentSlots;
        currentSlots = followingSlots;
        followingSlots = slots;
    }

    /** Adds a thread with the slots in {@code work}, and all it reaches without reading. */
    private void follow(ThreadList list, int[] listSlots, int instruction, byte[] bytes, int from, int p, int to) {
        int looks = program.looks == 0 ? 0 : Look.at(bytes, from, p, to);
        int depth = 0;
        stack[depth++] = instruction;
        while (depth > 0) {
            int at = stack[--depth];
            if (at == RESTORE) {
                work[stack[depth - 1]] = stack[depth - 2];
                depth -= 2;
                continue;
            }
            if (list.contains(at)) {
                continue;
            }
            list.add(at);
            if (depth + 4 > stack.length) {
                stack = Arrays.copyOf(stack, stack.length * 2);
            }
            switch (program.op[at]) {
                case Program.SPLIT -> {
                    stack[depth++] = program.arg[at];
                    stack[depth++] = program.out[at];
                }
                case Program.CAPTURE -> {
                    int slot = program.arg[at];
                    if (slot < slotCount) {
                        stack[depth++] = work[slot];
                        stack[depth++] = slot;
                        stack[depth++] = RESTORE;
                        work[slot] = p;
                    }
                    stack[depth++] = program.out[at];
                }
                case Program.LOOK -> {
                    if ((program.arg[at] & looks) != 0) {
                        stack[depth++] = program.out[at];
                    }
                }
                default -> System.arraycopy(work, 0, listSlots, at * slotCount, slotCount);
            }
        }
    }
}
