package io.millrace.pipeline.operator.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyTable;

/** Groups: their keys and, by group number, the states of every aggregate. Owned by one thread at a time. */
final class GroupTable {
    private final KeyTable keys;
    private final GroupedState[] states;

    GroupTable(KeyTable keys, GroupedState[] states) {
        this.keys = keys;
        this.states = states;
    }

    KeyTable keys() {
        return keys;
    }

    int size() {
        return keys.size();
    }

    /** Adds rows to their groups; {@code ids} is scratch for at least that many rows. */
    void add(KeyBatch batch, Column[][] arguments, int[] ids) {
        keys.insert(batch, ids);
        addNumbered(ids, arguments, batch.rows);
    }

    void addNumbered(int[] ids, Column[][] arguments, int rows) {
        for (int call = 0; call < states.length; call++) {
            states[call].resize(keys.size());
            states[call].add(ids, arguments[call], rows);
        }
    }

    /** Adds all rows of a block to the only group of an aggregation without keys. */
    void addAll(KeyBatch batch, Column[][] arguments) {
        KeyBatch one = new KeyBatch();
        one.rows = Math.min(1, batch.rows);
        keys.insert(one, new int[1]);
        for (int call = 0; call < states.length; call++) {
            states[call].resize(1);
            states[call].addRange(0, arguments[call], 0, batch.rows);
        }
    }

    void merge(GroupTable other) {
        if (other.size() == 0) {
            return;
        }
        other.resizeStates();
        int[] targetOf = new int[other.size()];
        KeyBatch batch = new KeyBatch();
        other.keys.keys(0, other.size(), batch);
        keys.insert(batch, targetOf);
        for (int call = 0; call < states.length; call++) {
            states[call].resize(keys.size());
            states[call].merge(other.states[call], targetOf, other.size());
        }
    }

    /** Merges every group into group {@code targetOf[g]} of other states. */
    void mergeInto(GroupedState[] targets, int[] targetOf) {
        for (int call = 0; call < states.length; call++) {
            resizeStates();
            targets[call].merge(states[call], targetOf, size());
        }
    }

    /** Makes states for all keys, for tables that got keys without rows. */
    void resizeStates() {
        for (GroupedState state : states) {
            state.resize(keys.size());
        }
    }

    void writeStates(int group, ByteSink sink) {
        for (GroupedState state : states) {
            state.write(group, sink);
        }
    }

    /** Merges written states into the groups of keys, in the order of the keys. */
    void readMerge(KeyBatch batch, ByteSource source) {
        int[] ids = new int[batch.rows];
        keys.insert(batch, ids);
        resizeStates();
        for (int i = 0; i < batch.rows; i++) {
            for (GroupedState state : states) {
                state.readMerge(ids[i], source);
            }
        }
    }

    Column result(int call, int from, int to) {
        return states[call].result(from, to);
    }

    long stateBytes() {
        long bytes = 0;
        for (GroupedState state : states) {
            bytes += state.sizeBytes();
        }
        return bytes;
    }
}
