package io.millrace.functions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.expressions.aggregate.GroupedState;
import java.util.Optional;

/**
 * States of a function that does not get every row: rows with NULLs, rows that fail an -If.
 *
 * <p>When the nested states have a fixed size, rows to leave out are added to group 0, which nobody asks about, and group g is the nested group g + 1: one
 * mask per row instead of moving arguments about. Otherwise the rows that stay are gathered.
 */
public abstract class SkippingState implements FixedSizeState {
    protected final GroupedState nested;
    private final int shift;
    private int[] targets = {};

    protected SkippingState(GroupedState nested) {
        this.nested = nested;
        this.shift = FixedSizeState.is(nested) ? 1 : 0;
    }

    /** For rows {@code from} to {@code to} (exclusive): 1 for a row to leave out, else 0, beginning at index 0; empty if all rows count. */
    protected abstract Optional<byte[]> skipped(Column[] arguments, int from, int to);

    /** Told which rows of which groups counted. */
    protected void counted(int[] groupOf, Optional<byte[]> skipped, int rows) {}

    /** Told which of {@code rows} rows of a group counted. */
    protected void counted(int group, Optional<byte[]> skipped, int rows) {}

    /** The nested function's arguments. */
    protected abstract Column[] inner(Column[] arguments);

    @Override
    public final boolean fixedSize() {
        return shift == 1;
    }

    @Override
    public void resize(int groups) {
        nested.resize(groups + shift);
    }

    @Override
    public final void add(int[] groupOf, Column[] arguments, int rows) {
        Optional<byte[]> skipped = skipped(arguments, 0, rows);
        counted(groupOf, skipped, rows);
        if (shift == 1) {
            int[] shifted = scratch(rows);
            if (skipped.isPresent()) {
                maskGroups(groupOf, skipped.get(), shifted, rows);
            } else {
                shiftGroups(groupOf, shifted, rows);
            }
            nested.add(shifted, inner(arguments), rows);
        } else if (skipped.isPresent()) {
            int[] positions = kept(skipped.get(), 0, rows);
            int[] groups = scratch(positions.length);
            for (int i = 0; i < positions.length; i++) {
                groups[i] = groupOf[positions[i]];
            }
            nested.add(groups, gather(inner(arguments), positions), positions.length);
        } else {
            nested.add(groupOf, inner(arguments), rows);
        }
    }

    @Override
    public final void addRange(int group, Column[] arguments, int from, int to) {
        Optional<byte[]> skipped = skipped(arguments, from, to);
        counted(group, skipped, to - from);
        Column[] inner = inner(arguments);
        if (skipped.isPresent() && shift == 1 && from == 0) {
            int[] masked = scratch(to);
            maskGroup(group, skipped.get(), masked, to);
            nested.add(masked, inner, to);
        } else if (skipped.isPresent()) {
            int[] positions = kept(skipped.get(), from, to - from);
            nested.addRange(group + shift, gather(inner, positions), 0, positions.length);
        } else {
            nested.addRange(group + shift, inner, from, to);
        }
    }

    private static void maskGroups(int[] groupOf, byte[] skipped, int[] target, int rows) {
        for (int i = 0; i < rows; i++) {
            target[i] = (groupOf[i] + 1) & (skipped[i] - 1);
        }
    }

    private static void maskGroup(int group, byte[] skipped, int[] target, int rows) {
        for (int i = 0; i < rows; i++) {
            target[i] = (group + 1) & (skipped[i] - 1);
        }
    }

    private static void shiftGroups(int[] groupOf, int[] target, int rows) {
        for (int i = 0; i < rows; i++) {
            target[i] = groupOf[i] + 1;
        }
    }

    private static int[] kept(byte[] skipped, int from, int rows) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            count += 1 - skipped[i];
        }
        int[] positions = new int[count + 1];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            positions[at] = from + i;
            at += 1 - skipped[i];
        }
        return java.util.Arrays.copyOf(positions, count);
    }

    private static Column[] gather(Column[] columns, int[] positions) {
        Column[] result = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            result[i] = columns[i].gather(positions, positions.length);
        }
        return result;
    }

    private int[] scratch(int rows) {
        if (targets.length < rows) {
            targets = new int[rows];
        }
        return targets;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        GroupedState theirs = ((SkippingState) other).nested;
        if (shift == 0) {
            nested.merge(theirs, targetOf, groups);
            return;
        }
        if (groups == 0) {
            return; // a state that saw no group has no place for the skipped rows either
        }
        int[] shifted = new int[groups + 1];
        for (int i = 0; i < groups; i++) {
            shifted[i + 1] = targetOf[i] + 1;
        }
        nested.merge(theirs, shifted, groups + 1);
    }

    @Override
    public Column result(int from, int to) {
        return nested.result(from + shift, to + shift);
    }

    @Override
    public void write(int group, ByteSink out) {
        nested.write(group + shift, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        nested.readMerge(group + shift, in);
    }

    @Override
    public long sizeBytes() {
        return nested.sizeBytes() + 4L * targets.length;
    }
}
