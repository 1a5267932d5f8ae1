package io.millrace.functions.aggregate.distinct;

import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.functions.aggregate.ObjectState;
import java.util.List;

/**
 * Sketches over the 64-bit keys of values, one object per group.
 *
 * @param <S> the sketch
 */
abstract class HashedState<S> extends ObjectState<S> {
    protected final ValueHashes hashes;

    HashedState(List<DataType> arguments) {
        hashes = new ValueHashes(arguments);
    }

    /** Adds {@code count} keys, key i to the group {@code groupOf[i]}. */
    abstract void addKeys(long[] keys, int[] groupOf, int count);

    /** Adds {@code count} keys to one sketch. */
    abstract void addKeys(long[] keys, S sketch, int count);

    abstract long estimate(S sketch);

    @Override
    public final void add(int[] groupOf, Column[] arguments, int rows) {
        addKeys(hashes.keys(arguments, 0, rows), groupOf, rows);
    }

    @Override
    public final void addRange(int group, Column[] arguments, int from, int to) {
        addKeys(hashes.keys(arguments, from, to), at(group), to - from);
    }

    @Override
    protected final void add(S sketch, Column[] arguments, int row) {
        addKeys(hashes.keys(arguments, row, row + 1), sketch, 1);
    }

    @Override
    public final Column result(int from, int to) {
        long[] counts = new long[to - from];
        for (int i = from; i < to; i++) {
            counts[i - from] = estimate(at(i));
        }
        return new LongColumn(counts, to - from);
    }
}
