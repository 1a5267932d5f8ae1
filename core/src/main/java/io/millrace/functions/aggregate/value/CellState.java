package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** One value per group: the first, the last, the least or the greatest. */
final class CellState implements FixedSizeState {
    /** Which value stays. */
    enum Keep {
        FIRST,
        LAST,
        LEAST,
        GREATEST
    }

    private final DataType type;
    private final Keep keep;
    private final ValueCells cells;
    private int[] lastRow = {};

    CellState(DataType type, Keep keep) {
        this.type = type;
        this.keep = keep;
        this.cells = ValueCells.of(type);
    }

    @Override
    public void resize(int groups) {
        cells.resize(groups);
        if (keep == Keep.LAST && groups > lastRow.length) {
            lastRow = Arrays.copyOf(lastRow, Growth.capacity(lastRow.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        Column column = arguments[0];
        switch (keep) {
            case FIRST -> {
                for (int i = 0; i < rows; i++) {
                    if (!cells.has(groupOf[i])) {
                        cells.set(groupOf[i], column, i);
                    }
                }
            }
            case LAST -> {
                for (int i = 0; i < rows; i++) {
                    lastRow[groupOf[i]] = i;
                }
                for (int i = 0; i < rows; i++) {
                    if (lastRow[groupOf[i]] == i) {
                        cells.set(groupOf[i], column, i);
                    }
                }
            }
            case LEAST, GREATEST -> {
                for (int i = 0; i < rows; i++) {
                    improve(groupOf[i], column, i);
                }
            }
        }
    }

    private void improve(int group, Column column, int row) {
        if (!cells.has(group) || better(cells.compare(group, column, row))) {
            cells.set(group, column, row);
        }
    }

    private boolean better(int oldToNew) {
        return keep == Keep.LEAST ? oldToNew > 0 : oldToNew < 0;
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        if (from == to) {
            return;
        }
        Column column = arguments[0];
        switch (keep) {
            case FIRST -> {
                if (!cells.has(group)) {
                    cells.set(group, column, from);
                }
            }
            case LAST -> cells.set(group, column, to - 1);
            case LEAST, GREATEST -> {
                for (int i = from; i < to; i++) {
                    improve(group, column, i);
                }
            }
        }
    }

    private void mergeCell(int group, ValueCells other, int otherGroup) {
        if (!other.has(otherGroup)) {
            return;
        }
        boolean replace = !cells.has(group)
                || switch (keep) {
                    case FIRST -> false;
                    case LAST -> true;
                    case LEAST, GREATEST -> better(cells.compare(group, other, otherGroup));
                };
        if (replace) {
            cells.copy(group, other, otherGroup);
        }
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        ValueCells theirs = ((CellState) other).cells;
        for (int i = 0; i < groups; i++) {
            mergeCell(targetOf[i], theirs, i);
        }
    }

    @Override
    public Column result(int from, int to) {
        return cells.column(from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        cells.write(group, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        ValueCells one = ValueCells.of(type);
        one.resize(1);
        one.read(0, in);
        mergeCell(group, one, 0);
    }

    @Override
    public long sizeBytes() {
        return cells.sizeBytes() + 4L * lastRow.length;
    }
}
