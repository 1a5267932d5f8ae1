package io.millrace.functions.aggregate.map;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType.MapType;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import java.util.ArrayList;
import java.util.List;

/** A function applied to the values of maps, key by key: what -Map makes of it. */
public final class MapCombined {
    private MapCombined() {}

    /** Binds {@code nested} to the values of a map. */
    public static BoundAggregate bind(String name, AggregateFunction nested, List<Parameter> parameters, MapType map) {
        BoundAggregate inner = nested.bind(parameters, List.of(map.value()));
        return new BoundFunction(
                new MapType(map.key(), inner.type()),
                BoundFunction.stateType(name, parameters, List.of(map)),
                () -> new State(new KeyedStates(map.key(), List.of(inner.newState()))));
    }

    /** Element columns of array rows {@code from} to {@code to}, and the group of each element. */
    static int[] elementGroups(ArrayColumn array, int[] groupOf, int onlyGroup, int from, int to) {
        int[] offsets = array.offsets();
        int[] groups = new int[offsets[to] - offsets[from]];
        int at = 0;
        for (int i = from; i < to; i++) {
            int group = groupOf.length == 0 ? onlyGroup : groupOf[i];
            for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                groups[at++] = group;
            }
        }
        return groups;
    }

    /** The elements of rows {@code from} to {@code to} as a plain column from 0. */
    static Column elements(ArrayColumn array, int from, int to) {
        return array.elements()
                .slice(array.offsets()[from], array.offsets()[to])
                .plain();
    }

    /** Nested states by key. */
    private static final class State implements GroupedState {
        private final KeyedStates states;

        State(KeyedStates states) {
            this.states = states;
        }

        @Override
        public void resize(int groups) {
            states.resize(groups);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            addRows(groupOf, 0, (ArrayColumn) arguments[0], 0, rows);
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            addRows(new int[0], group, (ArrayColumn) arguments[0], from, to);
        }

        private void addRows(int[] groupOf, int onlyGroup, ArrayColumn maps, int from, int to) {
            int[] groups = elementGroups(maps, groupOf, onlyGroup, from, to);
            TupleColumn pairs = (TupleColumn) elements(maps, from, to);
            states.add(groups, pairs.elements().get(0), List.of(pairs.elements().get(1)), groups.length);
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            states.merge(((State) other).states, targetOf);
        }

        @Override
        public Column result(int from, int to) {
            Column keys = states.keyColumn();
            Column values = states.values(0);
            List<int[]> sorted = new ArrayList<>();
            int[] offsets = new int[to - from + 1];
            for (int g = from; g < to; g++) {
                sorted.add(states.sortedPairs(g, keys));
                offsets[g - from + 1] = offsets[g - from] + sorted.getLast().length;
            }
            int[] positions =
                    sorted.stream().flatMapToInt(java.util.Arrays::stream).toArray();
            TupleColumn elements = new TupleColumn(
                    List.of(keys.gather(positions, positions.length), values.gather(positions, positions.length)),
                    positions.length);
            return new ArrayColumn(offsets, elements, to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putVarint(states.count(group));
            for (int pair : states.sortedPairs(group, states.keyColumn())) {
                states.writeKey(pair, out);
                states.nested(0).write(pair, out);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            long count = in.getVarint();
            for (long i = 0; i < count; i++) {
                states.nested(0).readMerge(states.readKey(group, in), in);
            }
        }

        @Override
        public long sizeBytes() {
            return states.sizeBytes();
        }
    }
}
