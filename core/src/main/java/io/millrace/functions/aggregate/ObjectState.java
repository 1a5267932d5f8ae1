package io.millrace.functions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.expressions.aggregate.GroupedState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * States that are an object per group, for functions whose state is big or whose use is rare; objects are made with a group's first row.
 *
 * @param <S> the state of one group
 */
public abstract class ObjectState<S> implements GroupedState {
    private @Nullable Object[] states = {};
    private int groups;

    /** An empty state. */
    protected abstract S create();

    protected abstract void add(S state, Column[] arguments, int row);

    protected abstract void merge(S state, S other);

    protected abstract void write(S state, ByteSink out);

    /** Reads one state. */
    protected abstract S read(ByteSource in);

    /** Estimated bytes of one state. */
    protected abstract long sizeOf(S state);

    /** The state of a group, made if it has none yet. */
    @SuppressWarnings("unchecked")
    protected final S at(int group) {
        Object state = states[group];
        if (state == null) {
            state = create();
            states[group] = state;
        }
        return (S) state;
    }

    @Override
    public void resize(int newGroups) {
        if (newGroups > states.length) {
            states = Arrays.copyOf(states, Growth.capacity(states.length, newGroups));
        }
        groups = Math.max(groups, newGroups);
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        for (int i = 0; i < rows; i++) {
            add(at(groupOf[i]), arguments, i);
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        S state = at(group);
        for (int i = from; i < to; i++) {
            add(state, arguments, i);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void merge(GroupedState other, int[] targetOf, int count) {
        @Nullable Object[] theirs = ((ObjectState<S>) other).states;
        for (int i = 0; i < count; i++) {
            if (theirs[i] != null) {
                merge(at(targetOf[i]), (S) theirs[i]);
            }
        }
    }

    @Override
    public void write(int group, ByteSink out) {
        write(at(group), out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        merge(at(group), read(in));
    }

    @Override
    @SuppressWarnings("unchecked")
    public long sizeBytes() {
        // states of one function are alike: a sample is as good as asking millions of them for every block
        long sampled = 0;
        int counted = 0;
        int step = Math.max(1, groups / 64);
        for (int i = 0; i < groups; i += step) {
            Object state = states[i];
            sampled += state == null ? 0 : sizeOf((S) state);
            counted++;
        }
        return 8L * states.length + (counted == 0 ? 0 : sampled * groups / counted);
    }
}
