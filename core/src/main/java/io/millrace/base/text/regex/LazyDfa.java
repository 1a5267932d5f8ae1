package io.millrace.base.text.regex;

import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton made while it runs.
 *
 * <p>A state is an ordered list of program instructions: those that read or match or, in a program with looks, those a byte led to, because what they
 * reach without reading depends on the next byte too. For that reason matches show one byte late. When the cache is full it is emptied; when that
 * happens too often per byte read the automaton gives up and a simulation of the program takes over, so time stays linear. States that stay put on most
 * bytes skip eight at a time. Not thread-safe.
 */
final class LazyDfa {
    static final int NONE = -1;
    static final int GAVE_UP = -2;

    /** Cached ints (instructions and transitions): 8 MB. */
    private static final int CACHE_INTS = 2 << 20;
    /** A refill of the cache must have been worth this many bytes for each state. */
    private static final int BYTES_PER_STATE = 10;

    private static final int UNKNOWN = 0;
    private static final int GAVE_UP_STEP = Integer.MIN_VALUE;
    /** Larger programs do not look for states to skip in: finding out would cost more than it gains. */
    private static final int MAX_SKIP_PROGRAM = 2000;

    private static final int MAX_PATCHED_STATES = 1000;
    private static final int STATE_OVERHEAD = 16;
    private static final int CONTEXT_BEGIN = 0;
    private static final int CONTEXT_LINE = 1;
    private static final int CONTEXT_WORD = 2;
    private static final int CONTEXT_OTHER = 3;
    private static final int MATCHED = 128;

    private final Program program;
    /** Keeps every thread (to find the farthest end) instead of cutting those less preferred than a match. */
    private final boolean longest;

    private final byte[] classes;
    private final int shift;
    private final int stride;
    private final int endClass;
    private final int dead;
    private int[] table;
    /** Rows of the table, by row number; row 0 is never used. */
    private @Nullable DfaState[] states;

    private @Nullable Skip[] skips;
    private int stateCount;
    private int cachedInts;
    private final HashMap<DfaState, Integer> numbers = new HashMap<>();
    private final int[] starts = new int[8];
    private final ThreadList current;
    private final ThreadList following;
    private final int[] stack;
    private long bytesRead;

    LazyDfa(Program program, boolean longest) {
        this.program = program;
        this.longest = longest;
        classes = program.classes;
        shift = program.rowShift;
        stride = 1 << shift;
        endClass = program.classCount;
        dead = stride;
        current = new ThreadList(program.size());
        following = new ThreadList(program.size());
        stack = new int[program.size() * 2 + 2];
        table = new int[stride * 8];
        states = new DfaState[8];
        skips = new Skip[8];
        clear();
    }

    private void clear() {
        numbers.clear();
        Arrays.fill(table, UNKNOWN);
        Arrays.fill(starts, UNKNOWN);
        Arrays.fill(states, null);
        Arrays.fill(skips, null);
        stateCount = 2;
        cachedInts = 0;
        Arrays.fill(table, dead, dead + stride, -dead);
    }

    /**
     * Runs over [{@code at}, {@code to}] of a text that begins at {@code from} and ends at {@code to}.
     *
     * @param earliest stop at the first match seen instead of the preferred one; the end is then only a sign of success
     * @return the end of the match, {@link #NONE} or {@link #GAVE_UP}
     */
    int forward(byte[] bytes, int from, int at, int to, boolean anchored, boolean earliest) {
        int context = at == from ? CONTEXT_BEGIN : contextAfter(bytes[at - 1]);
        int state = startState(context, anchored);
        byte[] classOf = classes;
        int[] rows = table;
        int matchEnd = NONE;
        int p = at;
        int counted = at;
        if (state < 0) {
            if (state == GAVE_UP_STEP) {
                return GAVE_UP;
            }
            p = skips[-state >> shift].forward(bytes, p, to);
        }
        while (p < to) {
            int next = rows[(state < 0 ? -state : state) + (classOf[bytes[p] & 0xFF] & 0xFF)];
            if (next > 0) {
                state = next;
                p++;
                continue;
            }
            if (next == UNKNOWN) {
                bytesRead += p - counted;
                counted = p;
                next = step(state < 0 ? -state : state, classOf[bytes[p] & 0xFF] & 0xFF);
                rows = table;
                if (next == GAVE_UP_STEP) {
                    return GAVE_UP;
                }
                if (next > 0) {
                    state = next;
                    p++;
                    continue;
                }
            }
            if (next == -dead) {
                return matchEnd;
            }
            int row = -next >> shift;
            boolean matched = (states[row].flags & MATCHED) != 0;
            if (matched && earliest) {
                return p;
            }
            state = next;
            p++;
            Skip skip = skips[row];
            if (skip != null) {
                p = skip.forward(bytes, p, to);
            }
            if (matched) {
                matchEnd = p - 1;
            }
        }
        int last = endStep(state < 0 ? -state : state);
        return last == GAVE_UP_STEP ? GAVE_UP : last != -dead && isMatch(last) ? to : matchEnd;
    }

    /**
     * Runs backwards from {@code at}, anchored there, no farther than to {@code least}, in the text [{@code from}, {@code to}].
     *
     * @return the farthest beginning, {@link #NONE} or {@link #GAVE_UP}
     */
    int backward(byte[] bytes, int from, int least, int at, int to) {
        int context = at == to ? CONTEXT_BEGIN : contextAfter(bytes[at]);
        int state = startState(context, true);
        byte[] classOf = classes;
        int[] rows = table;
        int matchBegin = NONE;
        int p = at;
        int counted = at;
        if (state == GAVE_UP_STEP) {
            return GAVE_UP;
        }
        while (p > least) {
            int next = rows[(state < 0 ? -state : state) + (classOf[bytes[p - 1] & 0xFF] & 0xFF)];
            if (next == UNKNOWN) {
                bytesRead += counted - p;
                counted = p;
                next = step(state < 0 ? -state : state, classOf[bytes[p - 1] & 0xFF] & 0xFF);
                rows = table;
                if (next == GAVE_UP_STEP) {
                    return GAVE_UP;
                }
            }
            if (next < 0) {
                if (next == -dead) {
                    return matchBegin;
                }
                matchBegin = isMatch(next) ? p : matchBegin;
            }
            state = next;
            p--;
        }
        int row = state < 0 ? -state : state;
        int last = least == from ? endStep(row) : cachedStep(row, classOf[bytes[least - 1] & 0xFF] & 0xFF);
        return last == GAVE_UP_STEP ? GAVE_UP : last != -dead && isMatch(last) ? least : matchBegin;
    }

    private boolean isMatch(int reference) {
        return (states[Math.abs(reference) >> shift].flags & MATCHED) != 0;
    }

    private int contextAfter(byte previous) {
        return previous == '\n' ? CONTEXT_LINE : Look.isWord(previous) ? CONTEXT_WORD : CONTEXT_OTHER;
    }

    private int startState(int context, boolean anchored) {
        int slot = context * 2 + (anchored ? 1 : 0);
        if (starts[slot] == UNKNOWN) {
            int flags = switch (context) {
                case CONTEXT_BEGIN -> Look.BEGIN_TEXT | Look.BEGIN_LINE;
                case CONTEXT_LINE -> Look.BEGIN_LINE;
                case CONTEXT_WORD -> Program.WORD_BEFORE;
                default -> 0;
            };
            current.clear();
            arrive(current, anchored ? program.start : program.unanchoredStart);
            int state = intern(current, flags);
            starts[slot] = state == -dead ? dead : state;
        }
        return starts[slot];
    }

    private int endStep(int row) {
        return cachedStep(row, endClass);
    }

    private int cachedStep(int row, int byteClass) {
        int known = table[row + byteClass];
        return known != UNKNOWN ? known : step(row, byteClass);
    }

    /** Computes and caches the successor of a state on a byte class. */
    private int step(int row, int byteClass) {
        DfaState state = states[row >> shift];
        boolean end = byteClass == endClass;
        int b = end ? -1 : program.sample[byteClass];
        int looks = state.flags & Look.ALL;
        looks |= end ? Look.END_TEXT | Look.END_LINE : b == '\n' ? Look.END_LINE : 0;
        boolean word = !end && Look.isWord(b);
        looks |= word == ((state.flags & Program.WORD_BEFORE) != 0) ? Look.NO_WORD_EDGE : Look.WORD_EDGE;
        current.clear();
        for (int instruction : state.instructions) {
            follow(current, instruction, looks);
        }
        following.clear();
        int after = b == '\n' ? Look.BEGIN_LINE : 0;
        boolean matched = false;
        for (int i = 0; i < current.size && !(matched && !longest); i++) {
            int instruction = current.dense[i];
            if (program.op[instruction] == Program.MATCH) {
                matched = true;
            } else if (!end && program.op[instruction] == Program.SET && program.accepts(instruction, b)) {
                arrive(following, program.out[instruction]);
            }
        }
        int next = intern(following, after | (matched ? MATCHED : 0) | (word ? Program.WORD_BEFORE : 0));
        if (next == GAVE_UP_STEP || states[row >> shift] != state) { // gave up, or the cache was emptied
            return next;
        }
        table[row + byteClass] = next;
        if (Math.abs(next) == row && skips[row >> shift] == null) {
            considerSkip(row);
        }
        return reference(next);
    }

    /** Adds where a byte led; what that reaches without reading is added now only if it does not depend on looks. */
    private void arrive(ThreadList list, int instruction) {
        if (program.looks == 0) {
            follow(list, instruction, 0);
        } else if (!list.contains(instruction)) {
            list.add(instruction);
        }
    }

    /** Adds an instruction and what it reaches without reading, in order of preference. */
    private void follow(ThreadList list, int instruction, int looks) {
        int depth = 0;
        stack[depth++] = instruction;
        while (depth > 0) {
            int at = stack[--depth];
            if (list.contains(at)) {
                continue;
            }
            list.add(at);
            switch (program.op[at]) {
                case Program.SPLIT -> {
                    stack[depth++] = program.arg[at];
                    stack[depth++] = program.out[at];
                }
                case Program.CAPTURE -> stack[depth++] = program.out[at];
                case Program.LOOK -> {
                    if ((program.arg[at] & looks) != 0) {
                        stack[depth++] = program.out[at];
                    }
                }
                default -> {}
            }
        }
    }

    /** The table offset of the state with these threads: negative if something must be done on arrival. */
    private int intern(ThreadList list, int flags) {
        int[] kept = new int[list.size];
        int count = 0;
        for (int i = 0; i < list.size; i++) {
            int instruction = list.dense[i];
            byte operation = program.op[instruction];
            if (program.looks != 0 || operation == Program.SET || operation == Program.MATCH) {
                kept[count++] = instruction;
            }
            if (operation == Program.MATCH && !longest) {
                break;
            }
        }
        int relevant = flags & (MATCHED | program.memory);
        if (count == 0 && (relevant & MATCHED) == 0) {
            return -dead;
        }
        int[] instructions = Arrays.copyOf(kept, count);
        if (longest) {
            Arrays.sort(instructions);
        }
        DfaState state = new DfaState(instructions, relevant);
        Integer known = numbers.get(state);
        if (known != null) {
            return reference(known);
        }
        if (cachedInts + stride + count + STATE_OVERHEAD > CACHE_INTS) {
            if (bytesRead < (long) BYTES_PER_STATE * stateCount) {
                return GAVE_UP_STEP;
            }
            bytesRead = 0;
            clear();
        }
        return reference(add(state));
    }

    private int add(DfaState state) {
        int number = stateCount++;
        if (number == states.length) {
            states = Arrays.copyOf(states, number * 2);
            skips = Arrays.copyOf(skips, number * 2);
            table = Arrays.copyOf(table, number * 2 * stride);
        }
        states[number] = state;
        cachedInts += stride + state.instructions.length + STATE_OVERHEAD;
        int row = number * stride;
        numbers.put(state, row);
        return row;
    }

    /** A row as it stands in the table: states that matched or can skip are negative. */
    private int reference(int reference) {
        if (reference == -dead) {
            return reference;
        }
        int row = Math.abs(reference);
        int number = row >> shift;
        Skip skip = skips[number];
        return (states[number].flags & MATCHED) != 0 || (skip != null && skip != Skip.NOTHING) ? -row : row;
    }

    /** A state was seen to stay put on a byte: finds all bytes it stays on, once for each state. */
    private void considerSkip(int row) {
        int number = row >> shift;
        skips[number] = Skip.NOTHING;
        long worst = (long) stride * (stride + program.size() + STATE_OVERHEAD);
        if (longest || program.size() > MAX_SKIP_PROGRAM || cachedInts + worst > CACHE_INTS) {
            return;
        }
        boolean[] staysOn = new boolean[stride];
        for (int c = 0; c < endClass; c++) {
            staysOn[c] = Math.abs(cachedStep(row, c)) == row;
        }
        boolean[] stays = new boolean[128];
        for (int b = 0; b < 128; b++) {
            stays[b] = staysOn[classes[b] & 0xFF];
        }
        skips[number] = Skip.of(stays);
        if (skips[number] != Skip.NOTHING && stateCount <= MAX_PATCHED_STATES) {
            redirect(table, stateCount * stride, row);
            redirect(starts, starts.length, row);
        }
    }

    /** Lets references to a state that can skip by now say so. */
    private static void redirect(int[] references, int count, int row) {
        for (int i = 0; i < count; i++) {
            references[i] = references[i] == row ? -row : references[i];
        }
    }
}
