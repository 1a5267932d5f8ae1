package io.millrace.functions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;

/** States of functions over the literal NULL: nothing ever counts. */
final class NothingState implements FixedSizeState {
    private final DataType type;

    NothingState(DataType type) {
        this.type = type;
    }

    @Override
    public void resize(int groups) {}

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {}

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {}

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {}

    @Override
    public Column result(int from, int to) {
        ColumnBuilder builder = ColumnBuilder.of(type, to - from);
        builder.appendDefaults(to - from);
        return builder.build();
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putByte(0);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        in.getByte();
    }

    @Override
    public long sizeBytes() {
        return 0;
    }
}
