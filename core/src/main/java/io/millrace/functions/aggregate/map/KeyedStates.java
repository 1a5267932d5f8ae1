package io.millrace.functions.aggregate.map;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.GroupedByteSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States per group and key: each (key, group) pair is one group of the nested states. Owned by one thread. */
final class KeyedStates {
    private final DataType keyType;
    private final Serialization keys;
    private final ValueOrder order;
    private final List<GroupedState> nested;
    private final GroupedByteSet set = new GroupedByteSet();
    private final ByteSink scratch = new ByteSink();
    private @Nullable Column cachedKeys;
    private final @Nullable Column[] cachedValues;

    KeyedStates(DataType keyType, List<GroupedState> nested) {
        this.keyType = keyType;
        this.nested = nested;
        keys = Serialization.of(keyType, StateFormats.NONE);
        order = ValueOrder.of(keyType);
        cachedValues = new Column[nested.size()];
    }

    GroupedState nested(int index) {
        return nested.get(index);
    }

    void resize(int groups) {
        set.resize(groups);
    }

    int count(int group) {
        return set.count(group);
    }

    /** Adds elements: key i and the i-th of each value column to group {@code groupOf[i]}. */
    void add(int[] groupOf, Column keyColumn, List<Column> values, int rows) {
        int[] pairs = new int[rows];
        for (int i = 0; i < rows; i++) {
            scratch.clear();
            keys.writeRow(keyColumn, i, scratch);
            pairs[i] = set.put(scratch.array(), 0, scratch.size(), groupOf[i]);
        }
        resizeNested();
        for (int v = 0; v < nested.size(); v++) {
            nested.get(v).add(pairs, new Column[] {values.get(v)}, rows);
        }
    }

    /** Room for all pairs in the nested states, which are about to change. */
    private void resizeNested() {
        Arrays.fill(cachedValues, null);
        for (GroupedState state : nested) {
            state.resize(set.size());
        }
    }

    /** Reads one key and gives its pair, with room for it in the nested states. */
    int readKey(int group, ByteSource in) {
        ColumnBuilder builder = ColumnBuilder.of(keyType, 1);
        keys.readRow(in, builder);
        scratch.clear();
        keys.writeRow(builder.build(), 0, scratch);
        int pair = set.put(scratch.array(), 0, scratch.size(), group);
        resizeNested();
        return pair;
    }

    void writeKey(int pair, ByteSink out) {
        out.put(set.arena(), set.start(pair), set.end(pair) - set.start(pair));
    }

    void merge(KeyedStates other, int[] targetOf) {
        int[] targets = new int[other.set.size()];
        for (int pair = 0; pair < targets.length; pair++) {
            targets[pair] = set.put(
                    other.set.arena(),
                    other.set.start(pair),
                    other.set.end(pair) - other.set.start(pair),
                    targetOf[other.set.groups()[pair]]);
        }
        resizeNested();
        for (int v = 0; v < nested.size(); v++) {
            nested.get(v).merge(other.nested.get(v), targets, targets.length);
        }
    }

    /** All keys by pair number. */
    Column keyColumn() {
        Column cached = cachedKeys;
        if (cached != null && cached.rows() == set.size()) {
            return cached;
        }
        ColumnBuilder builder = ColumnBuilder.of(keyType, set.size());
        for (int pair = 0; pair < set.size(); pair++) {
            keys.readRow(ByteSource.of(set.arena(), set.start(pair), set.end(pair)), builder);
        }
        Column built = builder.build();
        cachedKeys = built;
        return built;
    }

    /** The results of a nested state by pair number. */
    Column values(int index) {
        Column cached = cachedValues[index];
        if (cached == null) {
            cached = nested.get(index).result(0, set.size());
            cachedValues[index] = cached;
        }
        return cached;
    }

    /** The pairs of a group in the order of their keys. */
    int[] sortedPairs(int group, Column keyColumn) {
        int first = set.firstMember(group);
        Integer[] pairs = new Integer[set.count(group)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = set.members()[first + i];
        }
        Comparator<Integer> byKey = (a, b) -> order.compare(keyColumn, a, keyColumn, b, 1);
        Arrays.sort(pairs, byKey);
        return Arrays.stream(pairs).mapToInt(Integer::intValue).toArray();
    }

    long sizeBytes() {
        return set.sizeBytes()
                + nested.stream().mapToLong(GroupedState::sizeBytes).sum();
    }
}
