package io.millrace.functions.aggregate.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** States of sumMap and its relatives over arrays. */
final class ArraysState implements GroupedState {
    private final KeyedStates states;
    private final boolean tuple;
    private final List<DataType> stateTypes;
    private final List<DataType> resultTypes;
    private final boolean dropsZeros;
    private final List<Serialization> serializations;

    ArraysState(
            KeyedStates states,
            boolean tuple,
            List<DataType> stateTypes,
            List<DataType> resultTypes,
            boolean dropsZeros) {
        this.states = states;
        this.tuple = tuple;
        this.stateTypes = stateTypes;
        this.resultTypes = resultTypes;
        this.dropsZeros = dropsZeros;
        serializations = stateTypes.stream()
                .map(t -> Serialization.of(t, StateFormats.NONE))
                .toList();
    }

    @Override
    public void resize(int groups) {
        states.resize(groups);
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        addRows(groupOf, 0, arguments, 0, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        addRows(new int[0], group, arguments, from, to);
    }

    private void addRows(int[] groupOf, int onlyGroup, Column[] arguments, int from, int to) {
        List<Column> arrays = tuple ? ((TupleColumn) arguments[0]).elements() : List.of(arguments);
        ArrayColumn keys = (ArrayColumn) arrays.getFirst();
        List<Column> elements = new ArrayList<>();
        for (Column array : arrays) {
            ArrayColumn values = (ArrayColumn) array;
            for (int i = from; i < to; i++) {
                if (values.length(i) != keys.length(i)) {
                    throw new DbException(ErrorCode.BAD_ARGUMENTS, "Sizes of keys and values arrays do not match");
                }
            }
            elements.add(MapCombined.elements(values, from, to));
        }
        addElements(MapCombined.elementGroups(keys, groupOf, onlyGroup, from, to), elements);
    }

    /** Leaves out elements with a NULL and adds the others. */
    private void addElements(int[] groups, List<Column> elements) {
        int[] kept = new int[groups.length];
        int[] keptGroups = new int[groups.length];
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            kept[count] = i;
            keptGroups[count] = groups[i];
            boolean hasNull = false;
            for (Column column : elements) {
                hasNull |= column.isNull(i);
            }
            count += hasNull ? 0 : 1;
        }
        List<Column> bare = new ArrayList<>();
        for (Column column : elements) {
            Column values = column instanceof NullableColumn n ? n.values() : column;
            bare.add(count == groups.length ? values : values.gather(kept, count));
        }
        states.add(keptGroups, bare.getFirst(), bare.subList(1, bare.size()), count);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        states.merge(((ArraysState) other).states, targetOf);
    }

    private List<Column> values() {
        List<Column> values = new ArrayList<>();
        for (int v = 0; v < stateTypes.size(); v++) {
            values.add(states.values(v));
        }
        return values;
    }

    private boolean isZero(List<Column> values, int pair) {
        for (Column column : values) {
            boolean zero = column instanceof WideColumn wide
                    ? wide.signed(pair).signum() == 0
                    : ColumnReads.doubleAt(column, true, pair) == 0;
            if (!zero) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Column result(int from, int to) {
        Column keys = states.keyColumn();
        List<Column> values = values();
        int[] offsets = new int[to - from + 1];
        int[] positions = new int[keys.rows()];
        int count = 0;
        for (int g = from; g < to; g++) {
            for (int pair : states.sortedPairs(g, keys)) {
                if (!dropsZeros || !isZero(values, pair)) {
                    positions[count++] = pair;
                }
            }
            offsets[g - from + 1] = count;
        }
        List<Column> arrays = new ArrayList<>();
        arrays.add(new ArrayColumn(offsets, keys.gather(positions, count), to - from));
        for (int v = 0; v < values.size(); v++) {
            Column column = narrow(values.get(v).gather(positions, count), resultTypes.get(v));
            arrays.add(new ArrayColumn(offsets, column, to - from));
        }
        return new TupleColumn(arrays, to - from);
    }

    /** Sums of small decimals go back to their own width. */
    private static Column narrow(Column column, DataType type) {
        if (column instanceof WideColumn wide && Numbers.width(type) > 0) {
            long[] low = new long[wide.rows()];
            Arrays.setAll(low, i -> wide.words()[i * wide.wordsPerValue()]);
            return Numbers.column(type.layout(), low, 0, low.length);
        }
        return column;
    }

    /** A value as the wider type that states hold. */
    private static Column widen(Column column, DataType type, int row) {
        return switch (type.layout()) {
            case LONG -> new LongColumn(new long[] {ColumnReads.longAt(column, Numbers.signed(type), row)}, 1);
            case DOUBLE -> new DoubleColumn(new double[] {ColumnReads.doubleAt(column, true, row)}, 1);
            case WIDE ->
                column instanceof WideColumn
                        ? column.slice(row, row + 1)
                        : widened(ColumnReads.longAt(column, true, row));
            default -> column.slice(row, row + 1);
        };
    }

    private static WideColumn widened(long value) {
        return new WideColumn(new long[] {value, value >> 63}, 2, 1);
    }

    @Override
    public void write(int group, ByteSink out) {
        List<Column> values = values();
        out.putVarint(states.count(group));
        for (int pair : states.sortedPairs(group, states.keyColumn())) {
            states.writeKey(pair, out);
            for (int v = 0; v < values.size(); v++) {
                serializations.get(v).writeRow(widen(values.get(v), stateTypes.get(v), pair), 0, out);
            }
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        long count = in.getVarint();
        for (long i = 0; i < count; i++) {
            int pair = states.readKey(group, in);
            for (int v = 0; v < stateTypes.size(); v++) {
                ColumnBuilder builder = ColumnBuilder.of(stateTypes.get(v), 1);
                serializations.get(v).readRow(in, builder);
                Column value = builder.build();
                // small decimals are compared in their own width, sums of them are wide
                boolean narrowed =
                        value instanceof WideColumn && !(states.nested(v).result(pair, pair + 1) instanceof WideColumn);
                states.nested(v)
                        .add(new int[] {pair}, new Column[] {narrowed ? narrow(value, resultTypes.get(v)) : value}, 1);
            }
        }
    }

    @Override
    public long sizeBytes() {
        return states.sizeBytes();
    }
}
