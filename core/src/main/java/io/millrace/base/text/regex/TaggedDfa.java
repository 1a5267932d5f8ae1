package io.millrace.base.text.regex;

import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton made while it runs that also notes where groups begin and end.
 *
 * <p>A state is an ordered list of threads; each names the register that holds the position of each of its slots. Reading a byte may write the position
 * into registers, never copies one: a value keeps its register as long as any thread needs it. Most transitions write nothing, and a state that loops with
 * the same writes skips eight bytes at a time, writing once at the end. Matches show one byte late, as in {@link LazyDfa}.
 * When a pattern needs too many states the automaton gives up for good and {@link PikeVm} takes over. Anchored matching only. Not thread-safe.
 */
final class TaggedDfa {
    private static final int MAX_STATES = 2000;
    private static final int MAX_TABLE = 1 << 19;
    private static final int MAX_THREAD_SLOTS = 1 << 12;
    /** Symbolic values of a slot beside register numbers. */
    private static final int UNSET = -1;

    private static final int BEFORE_BYTE = -2;
    private static final int BEHIND_BYTE = -3;

    private static final int UNKNOWN = 0;
    private static final int DEAD = 1;
    private static final int[] NO_REGISTERS = {};

    private final Program program;
    private final int slots;
    private final byte[] classes;
    private final int shift;
    private final int stride;
    private final int endClass;
    /** By state and byte class: the next row if nothing else is to do, or a negative transition number. */
    private int[] table;

    private DfaState[] states = new DfaState[16];
    /** What may be skipped after a state's loop transition was taken. */
    private @Nullable Skip[] skips = new Skip[16];

    private int stateCount = 2;
    private TaggedTransition[] transitions = new TaggedTransition[16];
    private int transitionCount = 1;
    private final HashMap<DfaState, Integer> rows = new HashMap<>();
    private final @Nullable TaggedTransition[] starts = new TaggedTransition[4];
    private int[] registers = new int[16];
    private final ThreadList current;
    private final ThreadList following;
    private final int[] currentSlots;
    private final int[] followingSlots;
    private int[] stack = new int[64];
    private final int[] work;
    private boolean gaveUp;

    /** Tracks slots 2 and up to {@code slots}. */
    TaggedDfa(Program program, int slots) {
        this.program = program;
        this.slots = slots - 2;
        classes = program.classes;
        shift = program.rowShift;
        stride = 1 << shift;
        endClass = program.classCount;
        table = new int[stride * 16];
        work = new int[this.slots];
        gaveUp = (long) program.size() * this.slots > 1 << 18;
        int size = gaveUp ? 0 : program.size();
        current = new ThreadList(size);
        following = new ThreadList(size);
        currentSlots = new int[size * this.slots];
        followingSlots = new int[size * this.slots];
        Arrays.fill(table, stride, 2 * stride, stride);
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /**
     * Matches at exactly {@code at} in the text [{@code from}, {@code to}] and fills {@code found}.
     *
     * @return whether it matched; meaningless if {@link #gaveUp} is true afterwards
     */
    boolean match(byte[] bytes, int from, int at, int to, int[] found) {
        if (gaveUp) {
            return false;
        }
        TaggedTransition start = start(bytes, from, at);
        if (gaveUp) {
            return false;
        }
        for (int register : start.before()) {
            registers[register] = at;
        }
        final byte[] classOf = classes;
        final int dead = stride;
        int[] rowsOf = table;
        int row = start.row();
        int p = at;
        boolean matched = false;
        while (p < to) {
            int byteClass = classOf[bytes[p] & 0xFF] & 0xFF;
            int next = rowsOf[row + byteClass];
            if (next == UNKNOWN) {
                next = step(row, byteClass);
                rowsOf = table;
                if (gaveUp) {
                    return false;
                }
            }
            int last = p;
            p++;
            if (next > 0) {
                if (next == row) {
                    if (next == dead) {
                        return matched;
                    }
                    Skip skip = skips[row >> shift];
                    p = skip == null ? p : skip.forward(bytes, p, to);
                }
                row = next;
                continue;
            }
            TaggedTransition transition = transitions[-next];
            next = transition.row();
            if (next == row) {
                Skip skip = skips[row >> shift];
                p = skip == null ? p : skip.forward(bytes, p, to);
                last = p - 1;
            }
            int @Nullable [] match = transition.match();
            if (match != null) {
                take(match, at, last, found);
                matched = true;
            }
            for (int register : transition.before()) {
                registers[register] = last;
            }
            for (int register : transition.behind()) {
                registers[register] = p;
            }
            if (next == dead) {
                return matched;
            }
            row = next;
        }
        return end(row, at, to, found) || (matched && !gaveUp);
    }

    private boolean end(int row, int at, int to, int[] found) {
        int next = table[row + endClass];
        if (next == UNKNOWN) {
            next = step(row, endClass);
        }
        if (gaveUp || next >= 0) {
            return false;
        }
        int @Nullable [] match = transitions[-next].match();
        if (match != null) {
            take(match, at, to, found);
        }
        return match != null;
    }

    private void take(int[] sources, int begin, int end, int[] found) {
        found[0] = begin;
        found[1] = end;
        for (int i = 0; i < sources.length; i++) {
            int source = sources[i];
            found[i + 2] = source >= 0 ? registers[source] : source == BEFORE_BYTE ? end : -1;
        }
    }

    private TaggedTransition start(byte[] bytes, int from, int at) {
        int context = at == from ? 0 : bytes[at - 1] == '\n' ? 1 : Look.isWord(bytes[at - 1]) ? 2 : 3;
        if (starts[context] == null) {
            int flags = switch (context) {
                case 0 -> Look.BEGIN_TEXT | Look.BEGIN_LINE;
                case 1 -> Look.BEGIN_LINE;
                case 2 -> Program.WORD_BEFORE;
                default -> 0;
            };
            following.clear();
            Arrays.fill(work, UNSET);
            arrive(program.start, BEFORE_BYTE);
            starts[context] = intern(flags, null);
        }
        return starts[context];
    }

    /** Computes and keeps what a byte class does in a state; the class behind the last is the end of the text. */
    private int step(int row, int byteClass) {
        DfaState state = states[row >> shift];
        boolean end = byteClass == endClass;
        int b = end ? -1 : program.sample[byteClass];
        boolean word = !end && Look.isWord(b);
        int looks = state.flags & Look.ALL;
        looks |= end ? Look.END_TEXT | Look.END_LINE : b == '\n' ? Look.END_LINE : 0;
        looks |= word == ((state.flags & Program.WORD_BEFORE) != 0) ? Look.NO_WORD_EDGE : Look.WORD_EDGE;
        current.clear();
        for (int i = 0; i < state.instructions.length; i++) {
            System.arraycopy(state.registers, i * slots, work, 0, slots);
            follow(current, currentSlots, state.instructions[i], looks, BEFORE_BYTE);
        }
        following.clear();
        int after = b == '\n' ? Look.BEGIN_LINE : 0;
        int @Nullable [] match = null;
        for (int i = 0; i < current.size && match == null; i++) {
            int instruction = current.dense[i];
            if (program.op[instruction] == Program.MATCH) {
                match = Arrays.copyOfRange(currentSlots, instruction * slots, (instruction + 1) * slots);
            } else if (!end && program.op[instruction] == Program.SET && program.accepts(instruction, b)) {
                System.arraycopy(currentSlots, instruction * slots, work, 0, slots);
                arrive(program.out[instruction], BEHIND_BYTE);
            }
        }
        TaggedTransition transition = intern(after | (word ? Program.WORD_BEFORE : 0), match);
        if (gaveUp) {
            return UNKNOWN;
        }
        int entry = transition.isPlain() ? transition.row() : -number(transition);
        table[row + byteClass] = entry;
        if (transition.row() == row && skips[row >> shift] == null) {
            considerSkip(row, transition);
        }
        return entry;
    }

    private int number(TaggedTransition transition) {
        if (transitionCount == transitions.length) {
            transitions = Arrays.copyOf(transitions, transitionCount * 2);
        }
        transitions[transitionCount] = transition;
        return transitionCount++;
    }

    /** Adds where a byte led; what that reaches without reading is added now only if it does not depend on looks. */
    private void arrive(int instruction, int position) {
        if (program.looks == 0) {
            follow(following, followingSlots, instruction, 0, position);
        } else if (!following.contains(instruction)) {
            following.add(instruction);
            System.arraycopy(work, 0, followingSlots, instruction * slots, slots);
        }
    }

    /** Adds an instruction and what it reaches without reading, with the slots in {@code work}; captures take {@code position}. */
    private void follow(ThreadList list, int[] listSlots, int instruction, int looks, int position) {
        int depth = 0;
        stack[depth++] = instruction;
        while (depth > 0) {
            int at = stack[--depth];
            if (at < 0) {
                work[~at] = stack[--depth];
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
                    int slot = program.arg[at] - 2;
                    if (slot < slots) {
                        stack[depth++] = work[slot];
                        stack[depth++] = ~slot;
                        work[slot] = position;
                    }
                    stack[depth++] = program.out[at];
                }
                case Program.LOOK -> {
                    if ((program.arg[at] & looks) != 0) {
                        stack[depth++] = program.out[at];
                    }
                }
                default -> System.arraycopy(work, 0, listSlots, at * slots, slots);
            }
        }
    }

    /** Turns the threads in {@link #following} into a state, giving new positions the lowest free registers. */
    private TaggedTransition intern(int flags, int @Nullable [] match) {
        int[] kept = new int[following.size];
        int count = 0;
        for (int i = 0; i < following.size; i++) {
            int instruction = following.dense[i];
            byte operation = program.op[instruction];
            if (program.looks != 0 || operation == Program.SET || operation == Program.MATCH) {
                kept[count++] = instruction;
            }
            if (operation == Program.MATCH) {
                break;
            }
        }
        if (count == 0) {
            return new TaggedTransition(DEAD * stride, NO_REGISTERS, NO_REGISTERS, match);
        }
        if (count * slots > MAX_THREAD_SLOTS) {
            gaveUp = true;
            return new TaggedTransition(DEAD * stride, NO_REGISTERS, NO_REGISTERS, match);
        }
        int[] values = new int[count * slots];
        for (int i = 0; i < count; i++) {
            System.arraycopy(followingSlots, kept[i] * slots, values, i * slots, slots);
        }
        boolean[] used = new boolean[values.length + 2];
        for (int value : values) {
            if (value >= used.length) {
                used = Arrays.copyOf(used, value + values.length + 2);
            }
            if (value >= 0) {
                used[value] = true;
            }
        }
        int[] before = assign(values, BEFORE_BYTE, used);
        int[] behind = assign(values, BEHIND_BYTE, used);
        DfaState state = new DfaState(Arrays.copyOf(kept, count), values, flags & program.memory);
        Integer row = rows.get(state);
        if (row == null) {
            row = add(state, used.length);
        }
        return new TaggedTransition(row, before, behind, match);
    }

    /** Puts one free register in the place of a symbolic position; returns it, or nothing if no thread noted that position. */
    private static int[] assign(int[] values, int symbol, boolean[] used) {
        int free = 0;
        while (free < used.length - 1 && used[free]) {
            free++;
        }
        boolean noted = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == symbol) {
                values[i] = free;
                noted = true;
            }
        }
        used[free] |= noted;
        return noted ? new int[] {free} : NO_REGISTERS;
    }

    private int add(DfaState state, int registerCount) {
        if (stateCount == MAX_STATES || (stateCount + 1) * stride > MAX_TABLE) {
            gaveUp = true;
            return DEAD * stride;
        }
        int number = stateCount++;
        if (number == states.length) {
            states = Arrays.copyOf(states, number * 2);
            skips = Arrays.copyOf(skips, number * 2);
            table = Arrays.copyOf(table, number * 2 * stride);
        }
        if (registerCount > registers.length) {
            registers = Arrays.copyOf(registers, registerCount * 2);
        }
        states[number] = state;
        rows.put(state, number * stride);
        return number * stride;
    }

    /** A state was seen to stay put: finds the bytes on which it does so with the same effects, once for each state. */
    private void considerSkip(int row, TaggedTransition loop) {
        int number = row >> shift;
        skips[number] = Skip.NOTHING;
        boolean[] staysOn = new boolean[stride];
        for (int c = 0; c < endClass; c++) {
            int entry = table[row + c] == UNKNOWN ? step(row, c) : table[row + c];
            if (gaveUp) {
                return;
            }
            staysOn[c] = entry < 0 ? transitions[-entry].sameAs(loop) : loop.isPlain() && entry == row;
        }
        boolean[] stays = new boolean[128];
        for (int b = 0; b < 128; b++) {
            stays[b] = staysOn[classes[b] & 0xFF];
        }
        skips[number] = Skip.of(stays);
    }
}
