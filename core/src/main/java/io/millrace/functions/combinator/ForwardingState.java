package io.millrace.functions.combinator;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;

/** States that are those of the nested function, used in another way. */
abstract class ForwardingState implements FixedSizeState {
    protected final GroupedState nested;

    ForwardingState(GroupedState nested) {
        this.nested = nested;
    }

    @Override
    public boolean fixedSize() {
        return FixedSizeState.is(nested);
    }

    @Override
    public void resize(int groups) {
        nested.resize(groups);
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        nested.add(groupOf, arguments, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        nested.addRange(group, arguments, from, to);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        nested.merge(((ForwardingState) other).nested, targetOf, groups);
    }

    @Override
    public Column result(int from, int to) {
        return nested.result(from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        nested.write(group, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        nested.readMerge(group, in);
    }

    @Override
    public long sizeBytes() {
        return nested.sizeBytes();
    }
}
