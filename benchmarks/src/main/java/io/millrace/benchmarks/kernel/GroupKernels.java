package io.millrace.benchmarks.kernel;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.function.Functions;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.aggregate.Aggregation;
import io.millrace.pipeline.run.LongArrays;
import io.millrace.pipeline.run.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whole aggregations in one thread. */
final class GroupKernels {
    private static final int BLOCK = 65_536;
    private static final int BLOCKS = 48;

    private final Random random;
    private final Functions functions = new Functions();

    GroupKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        return List.of(radix(), longStrings(), dictionary(), distinct(), pooled());
    }

    /** Partitions of many groups against one table. */
    private Kernel radix() {
        List<Column[]> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            blocks.add(new Column[] {
                new LongColumn(random.longs(BLOCK, 0, 4_000_000).toArray(), BLOCK)
            });
        }
        return new Kernel(
                26,
                "count by two million numbers, in partitions",
                BLOCK * BLOCKS,
                1.0,
                () -> groups(Types.INT64, blocks),
                KeyKernels.numbering(List.of(Types.INT64), blocks));
    }

    private Kernel longStrings() {
        List<Column[]> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS / 2; b++) {
            blocks.add(new Column[] {TextKernels.addresses(random, BLOCK, 3_000)});
        }
        return new Kernel(
                32,
                "count by a million addresses, in partitions",
                BLOCK * BLOCKS / 2,
                1.2,
                () -> groups(Types.STRING, blocks),
                KeyKernels.mapping(blocks, block -> ((StringColumn) block[0])::text));
    }

    /** Codes of a dictionary are group numbers once looked up. */
    private Kernel dictionary() {
        StringColumn words = words(500);
        List<Column[]> coded = new ArrayList<>();
        List<Column[]> plain = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            Column codes = new DictionaryColumn(random.ints(BLOCK, 0, 500).toArray(), words, BLOCK);
            coded.add(new Column[] {codes});
            plain.add(new Column[] {codes.plain()});
        }
        return new Kernel(
                29,
                "count by the codes of a dictionary, not by its strings",
                BLOCK * BLOCKS,
                0.5,
                () -> groups(new DataType.LowCardinalityType(Types.STRING), coded),
                () -> groups(Types.STRING, plain));
    }

    private static StringColumn words(int count) {
        StringColumn.Builder words = new StringColumn.Builder(count);
        for (int i = 0; i < count; i++) {
            words.append("word number " + i);
        }
        return words.build();
    }

    /** One set of pairs against a set in each group. */
    private Kernel distinct() {
        List<int[]> groups = new ArrayList<>();
        List<Column[]> values = new ArrayList<>();
        for (int b = 0; b < BLOCKS / 4; b++) {
            groups.add(random.ints(BLOCK, 0, 5_000).toArray());
            values.add(
                    new Column[] {new LongColumn(random.longs(BLOCK, 0, 500_000).toArray(), BLOCK)});
        }
        return new Kernel(
                33,
                "distinct numbers in five thousand groups",
                BLOCK * groups.size(),
                0.4,
                () -> {
                    GroupedState state = functions
                            .bindAggregate("uniqExact", List.of(), List.of(Types.INT64))
                            .newState();
                    state.resize(5_000);
                    for (int b = 0; b < groups.size(); b++) {
                        state.add(groups.get(b), values.get(b), BLOCK);
                    }
                    return ((LongColumn) state.result(0, 5_000)).values()[17];
                },
                () -> {
                    Map<Integer, Set<Long>> sets = new HashMap<>();
                    for (int b = 0; b < groups.size(); b++) {
                        long[] column = ((LongColumn) values.get(b)[0]).values();
                        for (int row = 0; row < BLOCK; row++) {
                            sets.computeIfAbsent(groups.get(b)[row], group -> new HashSet<>())
                                    .add(column[row]);
                        }
                    }
                    return sets.getOrDefault(17, Set.of()).size();
                });
    }

    /** Buffers of partitions that are used again. */
    private static Kernel pooled() {
        int count = 16_384;
        LongArrays arrays = new LongArrays(count * 8L * LongArrays.LENGTH);
        long[][] held = new long[count][];
        return new Kernel(
                38,
                "fill buffers that are used again",
                count * LongArrays.LENGTH,
                2.0,
                () -> {
                    for (int i = 0; i < count; i++) {
                        held[i] = arrays.lease();
                        Arrays.fill(held[i], i);
                    }
                    for (long[] array : held) {
                        arrays.giveBack(array);
                    }
                    return held[7][7];
                },
                () -> {
                    for (int i = 0; i < count; i++) {
                        held[i] = new long[LongArrays.LENGTH];
                        Arrays.fill(held[i], i);
                    }
                    return held[7][7];
                });
    }

    private long groups(DataType type, List<Column[]> columns) {
        Header header = Header.of(new Header.Field("key", type));
        AggregateCall count = new AggregateCall("n", functions.bindAggregate("count", List.of(), List.of()), List.of());
        AggregateSpec spec = new AggregateSpec(
                header, List.of(0), List.of(count), List.of(List.of(0)), false, Optional.empty(), true, 0);
        List<Block> blocks = columns.stream()
                .map(block -> new Block(header, List.of(block), block[0].rows()))
                .toList();
        try (WorkerPool pool = new WorkerPool(1, "kernel")) {
            Aggregation aggregation = new Aggregation(spec, Operators.resources(pool));
            Operators.feed(aggregation, blocks);
            long[] groups = new long[1];
            Operators.drain(aggregation.sources().start(), block -> {
                groups[0] += block.rows();
                return Demand.MORE;
            });
            return groups[0];
        }
    }
}
