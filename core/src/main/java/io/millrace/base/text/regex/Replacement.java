package io.millrace.base.text.regex;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * The replacement text of {@code replaceRegexpOne} and {@code replaceRegexpAll}: bytes with {@code \0} to {@code \9} for groups.
 *
 * <p>A backslash before anything else than a digit stands for that byte, one at the end for itself. Immutable and thread-safe.
 */
public final class Replacement {
    /** Plain bytes between groups; one more than there are groups. */
    private final byte[][] literals;

    private final int[] groups;
    private final int slots;

    private Replacement(byte[][] literals, int[] groups) {
        this.literals = literals;
        this.groups = groups;
        int highest = 0;
        for (int group : groups) {
            highest = Math.max(highest, group);
        }
        slots = 2 * (highest + 1);
    }

    /** Reads a replacement; a group the pattern does not have is an error with code BAD_ARGUMENTS. */
    public static Replacement compile(byte[] text, Regex regex) {
        ArrayList<byte[]> literals = new ArrayList<>();
        ArrayList<Integer> groups = new ArrayList<>();
        ByteArrayOutputStream literal = new ByteArrayOutputStream();
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\\' && i + 1 < text.length) {
                i++;
                if (text[i] >= '0' && text[i] <= '9') {
                    groups.add(group(text[i] - '0', regex));
                    literals.add(literal.toByteArray());
                    literal.reset();
                    continue;
                }
            }
            literal.write(text[i]);
        }
        literals.add(literal.toByteArray());
        return new Replacement(
                literals.toArray(byte[][]::new),
                groups.stream().mapToInt(Integer::intValue).toArray());
    }

    public static Replacement compile(String text, Regex regex) {
        return compile(text.getBytes(StandardCharsets.UTF_8), regex);
    }

    private static int group(int group, Regex regex) {
        if (group > regex.groupCount()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Substitution '\\" + group + "' in replacement argument is invalid, regexp has only "
                            + regex.groupCount() + " capturing groups");
        }
        return group;
    }

    /** Appends the text with its first match replaced. */
    public void replaceFirst(Matcher matcher, byte[] bytes, int from, int to, ByteSink out) {
        replace(matcher, bytes, from, to, new int[slots], false, out);
    }

    /** Appends the text with every match replaced; after an empty match one byte is copied. */
    public void replaceAll(Matcher matcher, byte[] bytes, int from, int to, ByteSink out) {
        replace(matcher, bytes, from, to, new int[slots], true, out);
    }

    /** Replaces in rows [{@code fromRow}, {@code toRow}) of a column; row {@code i} ends at {@code outOffsets[i + 1]} of the sink, which is appended to. */
    public void replaceRows(
            Matcher matcher,
            byte[] arena,
            int[] offsets,
            int fromRow,
            int toRow,
            boolean all,
            ByteSink out,
            int[] outOffsets) {
        int[] found = new int[slots];
        outOffsets[fromRow] = out.size();
        for (int row = fromRow; row < toRow; row++) {
            replace(matcher, arena, offsets[row], offsets[row + 1], found, all, out);
            outOffsets[row + 1] = out.size();
        }
    }

    private void replace(Matcher matcher, byte[] bytes, int from, int to, int[] found, boolean all, ByteSink out) {
        int at = from;
        while (at <= to && matcher.find(bytes, from, at, to, found)) {
            int begin = found[0];
            int end = found[1];
            append(bytes, at, begin, out);
            for (int i = 0; i < groups.length; i++) {
                append(literals[i], 0, literals[i].length, out);
                int slot = 2 * groups[i];
                if (found[slot] >= 0) {
                    append(bytes, found[slot], found[slot + 1], out);
                }
            }
            byte[] last = literals[groups.length];
            append(last, 0, last.length, out);
            at = end;
            if (!all) {
                break;
            }
            if (begin == end) {
                append(bytes, at, Math.min(at + 1, to), out);
                at++;
            }
        }
        append(bytes, at, to, out);
    }

    private static void append(byte[] bytes, int from, int to, ByteSink out) {
        int length = to - from;
        if (length > 0) {
            int position = out.reserve(length);
            System.arraycopy(bytes, from, out.array(), position, length);
            out.advanceTo(position + length);
        }
    }
}
