package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** The value that stands beside the least or greatest key; the first of equals. */
final class ArgExtremeState implements FixedSizeState {
    private final DataType valueType;
    private final DataType keyType;
    private final boolean max;
    private final ValueCells values;
    private final ValueCells keys;
    private int[] winner = {};

    ArgExtremeState(DataType valueType, DataType keyType, boolean max) {
        this.valueType = valueType;
        this.keyType = keyType;
        this.max = max;
        this.values = ValueCells.of(valueType);
        this.keys = ValueCells.of(keyType);
    }

    @Override
    public void resize(int groups) {
        values.resize(groups);
        keys.resize(groups);
        if (groups > winner.length) {
            winner = Arrays.copyOf(winner, Growth.capacity(winner.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        Column key = arguments[1];
        for (int i = 0; i < rows; i++) {
            if (beats(groupOf[i], key, i)) {
                keys.set(groupOf[i], key, i);
                winner[groupOf[i]] = i + 1;
            }
        }
        // only the last winner of each group is copied
        for (int i = 0; i < rows; i++) {
            if (winner[groupOf[i]] == i + 1) {
                values.set(groupOf[i], arguments[0], i);
                winner[groupOf[i]] = 0;
            }
        }
    }

    private boolean beats(int group, Column key, int row) {
        if (!keys.has(group)) {
            return true;
        }
        return max
                ? maxOrder(keys.compare(group, key, row), Keys.isNan(key, row), group)
                : keys.compare(group, key, row) > 0;
    }

    /** For the maximum a NaN loses against everything, though the order puts it last. */
    private boolean maxOrder(int oldToNew, boolean newIsNan, int group) {
        if (newIsNan) {
            return false;
        }
        return oldToNew < 0 || oldToNew > 0 && Keys.isNan(keys.column(group, group + 1), 0);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        int best = -1;
        for (int i = from; i < to; i++) {
            if (beats(group, arguments[1], i)) {
                keys.set(group, arguments[1], i);
                best = i;
            }
        }
        if (best >= 0) {
            values.set(group, arguments[0], best);
        }
    }

    private void mergeCell(int group, ValueCells otherValues, ValueCells otherKeys, int otherGroup) {
        if (!otherKeys.has(otherGroup)) {
            return;
        }
        if (keys.has(group)) {
            int oldToNew = keys.compare(group, otherKeys, otherGroup);
            boolean wins = max
                    ? maxOrder(oldToNew, Keys.isNan(otherKeys.column(otherGroup, otherGroup + 1), 0), group)
                    : oldToNew > 0;
            if (!wins) {
                return;
            }
        }
        keys.copy(group, otherKeys, otherGroup);
        values.copy(group, otherValues, otherGroup);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        ArgExtremeState theirs = (ArgExtremeState) other;
        for (int i = 0; i < groups; i++) {
            mergeCell(targetOf[i], theirs.values, theirs.keys, i);
        }
    }

    @Override
    public Column result(int from, int to) {
        return values.column(from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        values.write(group, out);
        keys.write(group, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        ValueCells value = ValueCells.of(valueType);
        ValueCells key = ValueCells.of(keyType);
        value.resize(1);
        key.resize(1);
        value.read(0, in);
        key.read(0, in);
        mergeCell(group, value, key, 0);
    }

    @Override
    public long sizeBytes() {
        return values.sizeBytes() + keys.sizeBytes() + 4L * winner.length;
    }
}
