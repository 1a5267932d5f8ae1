package io.millrace.base.text.regex;

import java.util.Arrays;

/** A state of an automaton that is made while it runs, as it is found again: threads in order of preference. Immutable. */
final class DfaState {
    private static final int[] NO_REGISTERS = {};

    /** One per thread. */
    final int[] instructions;

    /** One per thread and slot where groups are tracked, otherwise none. */
    final int[] registers;

    /** What the automaton knows besides: looks that hold before the next byte is read, and whether a match ended. */
    final int flags;

    private final int hash;

    DfaState(int[] instructions, int flags) {
        this(instructions, NO_REGISTERS, flags);
    }

    DfaState(int[] instructions, int[] registers, int flags) {
        this.instructions = instructions;
        this.registers = registers;
        this.flags = flags;
        hash = (Arrays.hashCode(instructions) * 31 + Arrays.hashCode(registers)) * 31 + flags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DfaState s
                && s.flags == flags
                && Arrays.equals(s.instructions, instructions)
                && Arrays.equals(s.registers, registers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
