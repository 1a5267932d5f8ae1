package io.millrace.pipeline.operator.aggregate;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One grouping set of an aggregation: which keys it has, how they are normalised, how groups become result rows. Immutable. */
final class Grouping {
    private final AggregateSpec spec;
    private final int number;
    private final List<Integer> positions;
    /** By key of the spec its place among this set's keys, -1 where the set leaves it out. */
    private final int[] positionOfKey;

    private final KeyEncoder encoder;
    /** Input columns that any call reads, once each. */
    private final int[] argumentColumns;

    private final int[][] argumentsOfCall;

    Grouping(AggregateSpec spec, int number) {
        this.spec = spec;
        this.number = number;
        this.positions = spec.sets().isEmpty()
                ? IntStream.range(0, spec.keys().size()).boxed().toList()
                : spec.sets().get(number);
        this.encoder = KeyEncoder.of(positions.stream()
                .map(p -> spec.input().type(spec.keys().get(p)))
                .toList());
        Map<Integer, Integer> distinct = new LinkedHashMap<>();
        argumentsOfCall = spec.calls().stream()
                .map(c -> c.arguments().stream()
                        .mapToInt(a -> distinct.computeIfAbsent(a, column -> distinct.size()))
                        .toArray())
                .toArray(int[][]::new);
        argumentColumns = distinct.keySet().stream().mapToInt(Integer::intValue).toArray();
        positionOfKey = new int[spec.keys().size()];
        Arrays.fill(positionOfKey, -1);
        for (int position = 0; position < positions.size(); position++) {
            positionOfKey[positions.get(position)] = position;
        }
    }

    KeyEncoder encoder() {
        return encoder;
    }

    boolean hasKeys() {
        return encoder.form() != KeyEncoder.Form.NONE;
    }

    /** The key columns of an input block. */
    Column[] keysOf(Block block) {
        Column[] keys = new Column[positions.size()];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = block.column(spec.keys().get(positions.get(k)));
        }
        return keys;
    }

    /** The columns that calls read, plain, once each. */
    Column[] argumentsOf(Block block) {
        Column[] arguments = new Column[argumentColumns.length];
        for (int a = 0; a < arguments.length; a++) {
            arguments[a] = block.column(argumentColumns[a]).plain();
        }
        return arguments;
    }

    /** The arguments call by call. */
    Column[][] byCall(Column[] arguments) {
        Column[][] result = new Column[argumentsOfCall.length][];
        for (int call = 0; call < result.length; call++) {
            int[] indexes = argumentsOfCall[call];
            result[call] = new Column[indexes.length];
            for (int a = 0; a < indexes.length; a++) {
                result[call][a] = arguments[indexes[a]];
            }
        }
        return result;
    }

    GroupedState[] newStates() {
        GroupedState[] states = new GroupedState[spec.calls().size()];
        for (int call = 0; call < states.length; call++) {
            states[call] = spec.calls().get(call).function().newState();
        }
        return states;
    }

    GroupTable newTable(Reservation memory) {
        return new GroupTable(KeyTable.of(encoder, memory), newStates());
    }

    /** Groups {@code from} to {@code to} (exclusive) as a block of the result. */
    Block result(GroupTable table, int from, int to) {
        int rows = to - from;
        KeyBatch batch = new KeyBatch();
        table.keys().keys(from, to, batch);
        Column[] decoded = encoder.decode(batch);
        List<Column> columns = new ArrayList<>();
        for (int key = 0; key < spec.keys().size(); key++) {
            DataType type = spec.input().type(spec.keys().get(key));
            int position = positionOfKey[key];
            columns.add(position < 0 ? defaults(type, rows) : KeyEncoder.inLayoutOf(type, decoded[position]));
        }
        for (int call = 0; call < spec.calls().size(); call++) {
            columns.add(table.result(call, from, to));
        }
        if (spec.sets().size() > 1) {
            columns.add(new ConstColumn(new LongColumn(new long[] {number}, 1), rows).plain());
        }
        return new Block(spec.output(), columns, rows);
    }

    static Column defaults(DataType type, int rows) {
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        builder.appendDefaults(rows);
        return builder.build();
    }
}
