package io.millrace.base.text.regex;

import io.millrace.base.error.DbException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a syntax tree into a {@link Program}, from the end to the beginning so that equal tails are shared.
 *
 * <p>A reversed program reads the text backwards and has no captures. Used once.
 */
final class Compiler {
    /** More instructions than this are refused, as RE2 refuses what exceeds its memory budget. */
    static final int MAX_INSTRUCTIONS = 200_000;

    private record Tail(int set, int next) {}

    private record ByteSet(long a, long b, long c, long d) {}

    private final PatternText text;
    private final boolean latin1;
    private final boolean reversed;
    private byte[] op = new byte[64];
    private int[] out = new int[64];
    private int[] arg = new int[64];
    private int size;
    private final LinkedHashMap<ByteSet, Integer> sets = new LinkedHashMap<>();
    private final Map<CodePoints, List<int[]>> sequences = new HashMap<>();

    private Compiler(PatternText text, boolean latin1, boolean reversed) {
        this.text = text;
        this.latin1 = latin1;
        this.reversed = reversed;
    }

    static Program compile(Node root, PatternText text, boolean latin1, boolean reversed) {
        Compiler compiler = new Compiler(text, latin1, reversed);
        return compiler.program(root);
    }

    private Program program(Node root) {
        int match = emit(Program.MATCH, 0, 0);
        int start = compile(root, match);
        int loop = emit(Program.SPLIT, start, 0);
        int anyByte = emit(Program.SET, loop, set(new int[] {0, 255}));
        arg[loop] = anyByte; // emit may have replaced the array, so not in one statement
        long[] bits = new long[sets.size() * 4];
        int at = 0;
        for (ByteSet set : sets.keySet()) {
            bits[at++] = set.a;
            bits[at++] = set.b;
            bits[at++] = set.c;
            bits[at++] = set.d;
        }
        return new Program(
                Arrays.copyOf(op, size), Arrays.copyOf(out, size), Arrays.copyOf(arg, size), bits, start, loop);
    }

    /** Emits {@code node} so that it continues at {@code next}; returns where it begins. */
    private int compile(Node node, int next) {
        return switch (node) {
            case Node.Empty() -> next;
            case Node.AnyByte() -> emit(Program.SET, next, set(new int[] {0, 255}));
            case Node.Assertion(int look) -> emit(Program.LOOK, next, reversed ? Look.mirrored(look) : look);
            case Node.Chars(CodePoints set) -> chars(set, next);
            case Node.Concat(List<Node> parts, int _) -> {
                int at = next;
                for (int i = 0; i < parts.size(); i++) {
                    at = compile(parts.get(reversed ? i : parts.size() - 1 - i), at);
                }
                yield at;
            }
            case Node.Alternate(List<Node> choices, int _) -> {
                int at = compile(choices.getLast(), next);
                for (int i = choices.size() - 2; i >= 0; i--) {
                    at = emit(Program.SPLIT, compile(choices.get(i), next), at);
                }
                yield at;
            }
            case Node.Repeat repeat -> repeat(repeat, next);
            case Node.Group(int index, Node body) -> {
                if (reversed) {
                    yield compile(body, next);
                }
                int close = emit(Program.CAPTURE, next, 2 * index + 1);
                yield emit(Program.CAPTURE, compile(body, close), 2 * index);
            }
        };
    }

    private int repeat(Node.Repeat repeat, int next) {
        Node body = repeat.body();
        boolean greedy = repeat.greedy();
        int at = next;
        int min = repeat.min();
        if (repeat.max() == Node.UNBOUNDED) {
            boolean nullable = isNullable(body);
            if (min > 0) {
                at = plus(body, greedy, at);
                min--;
            } else if (nullable) {
                at = split(greedy, plus(body, greedy, at), next);
            } else {
                at = star(body, greedy, at);
            }
        } else {
            for (int i = repeat.max(); i > min; i--) {
                at = split(greedy, compile(body, at), next);
            }
        }
        for (int i = 0; i < min; i++) {
            at = compile(body, at);
        }
        return at;
    }

    private int star(Node body, boolean greedy, int next) {
        int loop = emit(Program.SPLIT, 0, 0);
        patch(loop, greedy, compile(body, loop), next);
        return loop;
    }

    private int plus(Node body, boolean greedy, int next) {
        int loop = emit(Program.SPLIT, 0, 0);
        int begin = compile(body, loop);
        patch(loop, greedy, begin, next);
        return begin;
    }

    private int split(boolean greedy, int into, int past) {
        return emit(Program.SPLIT, greedy ? into : past, greedy ? past : into);
    }

    private void patch(int loop, boolean greedy, int into, int past) {
        out[loop] = greedy ? into : past;
        arg[loop] = greedy ? past : into;
    }

    private static boolean isNullable(Node node) {
        return switch (node) {
            case Node.Empty() -> true;
            case Node.Assertion(int _) -> true;
            case Node.AnyByte() -> false;
            case Node.Chars(CodePoints _) -> false;
            case Node.Concat(List<Node> parts, int _) -> parts.stream().allMatch(Compiler::isNullable);
            case Node.Alternate(List<Node> choices, int _) -> choices.stream().anyMatch(Compiler::isNullable);
            case Node.Repeat repeat -> repeat.min() == 0 || isNullable(repeat.body());
            case Node.Group(int _, Node body) -> isNullable(body);
        };
    }

    private int chars(CodePoints points, int next) {
        List<int[]> all = sequences.computeIfAbsent(points, this::sequences);
        if (all.isEmpty()) {
            return emit(Program.SET, next, set(new int[0]));
        }
        return tails(all, 0, next, new HashMap<>());
    }

    private List<int[]> sequences(CodePoints points) {
        List<int[]> all = Utf8Ranges.of(points, latin1);
        if (reversed) {
            all.replaceAll(Compiler::reverse);
        }
        return all;
    }

    /** Emits the sequences from their byte {@code depth} on; equal tails become one instruction, equal successors one byte set. */
    private int tails(List<int[]> all, int depth, int next, Map<Tail, Integer> known) {
        LinkedHashMap<Long, ArrayList<int[]>> byFirst = new LinkedHashMap<>();
        for (int[] sequence : all) {
            long key = (long) sequence[2 * depth] << 32 | sequence[2 * depth + 1];
            byFirst.computeIfAbsent(key, k -> new ArrayList<>()).add(sequence);
        }
        LinkedHashMap<Integer, int[]> bySuccessor = new LinkedHashMap<>();
        byFirst.forEach((key, group) -> {
            ArrayList<int[]> longer = new ArrayList<>(group);
            longer.removeIf(sequence -> sequence.length == 2 * (depth + 1));
            if (longer.size() < group.size()) {
                addRange(bySuccessor, next, key);
            }
            if (!longer.isEmpty()) {
                addRange(bySuccessor, tails(longer, depth + 1, next, known), key);
            }
        });
        int at = -1;
        for (Map.Entry<Integer, int[]> entry : bySuccessor.entrySet()) {
            Tail tail = new Tail(set(entry.getValue()), entry.getKey());
            Integer shared = known.get(tail);
            int first = shared == null ? emit(Program.SET, tail.next, tail.set) : shared;
            known.put(tail, first);
            at = at < 0 ? first : emit(Program.SPLIT, at, first);
        }
        return at;
    }

    private static void addRange(Map<Integer, int[]> bySuccessor, int successor, long range) {
        int[] before = bySuccessor.getOrDefault(successor, new int[0]);
        int[] after = Arrays.copyOf(before, before.length + 2);
        after[before.length] = (int) (range >>> 32);
        after[before.length + 1] = (int) range;
        bySuccessor.put(successor, after);
    }

    private static int[] reverse(int[] sequence) {
        int[] backwards = new int[sequence.length];
        for (int i = 0; i < sequence.length; i += 2) {
            backwards[i] = sequence[sequence.length - 2 - i];
            backwards[i + 1] = sequence[sequence.length - 1 - i];
        }
        return backwards;
    }

    private int set(int[] ranges) {
        long[] bits = new long[4];
        for (int i = 0; i < ranges.length; i += 2) {
            for (int b = ranges[i]; b <= ranges[i + 1]; b++) {
                bits[b >>> 6] |= 1L << b;
            }
        }
        ByteSet set = new ByteSet(bits[0], bits[1], bits[2], bits[3]);
        Integer known = sets.putIfAbsent(set, sets.size());
        return known == null ? sets.size() - 1 : known;
    }

    private int emit(byte operation, int next, int argument) {
        if (size == MAX_INSTRUCTIONS) {
            throw tooLarge();
        }
        if (size == op.length) {
            op = Arrays.copyOf(op, size * 2);
            out = Arrays.copyOf(out, size * 2);
            arg = Arrays.copyOf(arg, size * 2);
        }
        op[size] = operation;
        out[size] = next;
        arg[size] = argument;
        return size++;
    }

    private DbException tooLarge() {
        return text.error("pattern too large - compile failed");
    }
}
