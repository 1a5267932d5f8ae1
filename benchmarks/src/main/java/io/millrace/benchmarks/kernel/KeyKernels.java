package io.millrace.benchmarks.kernel;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Keys of groups: encoding, hashing and numbering blocks of them. */
final class KeyKernels {
    private static final int BLOCK = 65_536;
    private static final int BLOCKS = 32;

    private final Random random;

    KeyKernels(long seed) {
        random = new Random(seed);
    }

    /** A pair of keys as an object. */
    private record Pair(long first, int second) {}

    List<Kernel> all() {
        List<Column[]> few = blocks(() -> longs(4_000, 1));
        List<Column[]> many = blocks(() -> longs(500_000, 1));
        List<Column[]> runs = blocks(() -> longs(500_000, 8));
        List<Column[]> pairs = blocks(() -> longs(2_000, 1), () -> ints(100));
        List<Column[]> texts = blocks(() -> texts(50_000, 0));
        List<Column[]> mixed = blocks(() -> texts(200_000, 40));
        return List.of(
                words(28, "number 4 thousand keys of one word", few, 0.6),
                words(28, "number 500 thousand keys of one word", many, 0.6),
                new Kernel(
                        27,
                        "number keys in runs of eight, not one by one",
                        BLOCK * BLOCKS,
                        0.7,
                        numbering(List.of(Types.INT64), runs),
                        numbering(List.of(Types.INT64), many)),
                new Kernel(
                        28,
                        "number 200 thousand keys of two columns",
                        BLOCK * BLOCKS,
                        0.6,
                        numbering(List.of(Types.INT64, Types.INT32), pairs),
                        mapping(
                                pairs,
                                block -> row -> new Pair(
                                        ((LongColumn) block[0]).values()[row], ((IntColumn) block[1]).values()[row]))),
                strings(3, "number 50 thousand short strings in an arena", texts, 0.6),
                inline("number short strings in an arena, not inline", texts),
                inline("number strings of mixed lengths in an arena", mixed));
    }

    private static Kernel words(int rule, String name, List<Column[]> blocks, double mostRatio) {
        return new Kernel(
                rule,
                name,
                BLOCK * BLOCKS,
                mostRatio,
                numbering(List.of(Types.INT64), blocks),
                mapping(blocks, block -> row -> ((LongColumn) block[0]).values()[row]));
    }

    private static Kernel strings(int rule, String name, List<Column[]> blocks, double mostRatio) {
        return new Kernel(
                rule,
                name,
                BLOCK * BLOCKS,
                mostRatio,
                numbering(List.of(Types.STRING), blocks),
                mapping(blocks, block -> ((StringColumn) block[0])::text));
    }

    /** Against cells that hold short keys themselves: better for few short keys, worse for many and for long ones. */
    private static Kernel inline(String name, List<Column[]> blocks) {
        KeyEncoder encoder = KeyEncoder.of(List.of(Types.STRING));
        int[] ids = new int[BLOCK];
        return new Kernel(30, name, BLOCK * BLOCKS, 1.5, numbering(List.of(Types.STRING), blocks), () -> {
            InlineCells table = new InlineCells();
            KeyBatch batch = new KeyBatch();
            for (Column[] block : blocks) {
                encoder.encode(block, BLOCK, batch);
                table.insert(batch, ids);
            }
            return table.size();
        });
    }

    static Kernel.Run numbering(List<DataType> types, List<Column[]> blocks) {
        KeyEncoder encoder = KeyEncoder.of(types);
        int[] ids = new int[BLOCK];
        return () -> {
            KeyTable table = KeyTable.of(encoder, new Reservation(MemoryTracker.root("benchmark", 0)));
            KeyBatch batch = new KeyBatch();
            for (Column[] block : blocks) {
                encoder.encode(block, block[0].rows(), batch);
                table.insert(batch, ids);
            }
            return table.size();
        };
    }

    /** The key of a row as an object. */
    interface Keys {
        Object at(int row);
    }

    static Kernel.Run mapping(List<Column[]> blocks, Function<Column[], Keys> keysOf) {
        int[] ids = new int[BLOCK];
        return () -> {
            Map<Object, Integer> numbers = new HashMap<>();
            for (Column[] block : blocks) {
                Keys keys = keysOf.apply(block);
                for (int row = 0; row < block[0].rows(); row++) {
                    ids[row] = numbers.computeIfAbsent(keys.at(row), key -> numbers.size());
                }
            }
            return numbers.size();
        };
    }

    /** Makes columns. */
    private interface Columns {
        Column next();
    }

    private static List<Column[]> blocks(Columns... columns) {
        List<Column[]> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            Column[] block = new Column[columns.length];
            for (int c = 0; c < columns.length; c++) {
                block[c] = columns[c].next();
            }
            blocks.add(block);
        }
        return blocks;
    }

    private LongColumn longs(int distinct, int run) {
        long[] values = new long[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            values[i] = i % run == 0 ? random.nextInt(distinct) * 0x9E3779B97F4A7C15L : values[i - 1];
        }
        return new LongColumn(values, BLOCK);
    }

    private IntColumn ints(int distinct) {
        return new IntColumn(random.ints(BLOCK, 0, distinct).toArray(), BLOCK);
    }

    /** Strings of 8 to 13 bytes and up to {@code more} further ones. */
    private StringColumn texts(int distinct, int more) {
        StringColumn.Builder builder = new StringColumn.Builder(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            int number = random.nextInt(distinct);
            builder.append("phrase " + number + "x".repeat(more == 0 ? 0 : number % more));
        }
        return builder.build();
    }
}
