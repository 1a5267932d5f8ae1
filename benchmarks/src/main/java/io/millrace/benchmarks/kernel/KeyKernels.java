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
import java.util.List;
import java.util.Random;

/** Keys of groups: encoding, hashing and numbering blocks of them. */
final class KeyKernels {
    private static final int BLOCK = 65_536;
    private static final int BLOCKS = 32;

    private final Random random;

    KeyKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        List<Column[]> few = new ArrayList<>();
        List<Column[]> many = new ArrayList<>();
        List<Column[]> runs = new ArrayList<>();
        List<Column[]> pairs = new ArrayList<>();
        List<Column[]> texts = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            few.add(new Column[] {longs(4_000, 1)});
            many.add(new Column[] {longs(500_000, 1)});
            runs.add(new Column[] {longs(500_000, 8)});
            pairs.add(new Column[] {longs(2_000, 1), ints(100)});
            texts.add(new Column[] {texts(50_000)});
        }
        return List.of(
                kernel("number 4 thousand keys of one word", List.of(Types.INT64), few, 60),
                kernel("number 500 thousand keys of one word", List.of(Types.INT64), many, 300),
                kernel("number 500 thousand keys of one word in runs of eight", List.of(Types.INT64), runs, 150),
                kernel("number 200 thousand keys of two words", List.of(Types.INT64, Types.INT32), pairs, 500),
                kernel("number 50 thousand short strings", List.of(Types.STRING), texts, 800));
    }

    private static Kernel kernel(String name, List<DataType> types, List<Column[]> blocks, double mostTimes) {
        KeyEncoder encoder = KeyEncoder.of(types);
        int[] ids = new int[BLOCK];
        return new Kernel(name, BLOCK * BLOCKS, mostTimes, () -> {
            Reservation memory = new Reservation(MemoryTracker.root("benchmark", 0));
            KeyTable table = KeyTable.of(encoder, memory);
            KeyBatch batch = new KeyBatch();
            for (Column[] block : blocks) {
                encoder.encode(block, BLOCK, batch);
                table.insert(batch, ids);
            }
            return table.size();
        });
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

    private StringColumn texts(int distinct) {
        StringColumn.Builder builder = new StringColumn.Builder(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            builder.append("phrase " + random.nextInt(distinct));
        }
        return builder.build();
    }
}
