package io.millrace.benchmarks.kernel;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.sort.Sorting;
import io.millrace.pipeline.run.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Sorting rows, and finding the first ones. */
final class SortKernels {
    private static final int BLOCK = 65_536;
    private static final int BLOCKS = 16;

    private final Random random;

    SortKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        List<Block> numbers =
                blocks(Types.INT64, () -> new LongColumn(random.longs(BLOCK).toArray(), BLOCK));
        List<Block> texts = blocks(Types.STRING, this::phrases);
        return List.of(
                new Kernel(
                        35,
                        "sort numbers by radix",
                        BLOCK * BLOCKS,
                        0.6,
                        () -> sorted(numbers, Types.INT64, OptionalLong.empty()),
                        () -> {
                            Long[] all = numbers.stream()
                                    .flatMapToLong(block -> Arrays.stream(((LongColumn) block.column(0)).values()))
                                    .boxed()
                                    .toArray(Long[]::new);
                            Arrays.sort(all);
                            return all[17];
                        }),
                top("find the first ten numbers", Types.INT64, numbers),
                top("find the first ten strings", Types.STRING, texts),
                new Kernel(
                        35,
                        "sort strings by their first eight bytes",
                        BLOCK * BLOCKS,
                        1.0,
                        () -> sorted(texts, Types.STRING, OptionalLong.empty()),
                        () -> {
                            List<String> all = new ArrayList<>();
                            for (Block block : texts) {
                                for (int row = 0; row < BLOCK; row++) {
                                    all.add(((StringColumn) block.column(0)).text(row));
                                }
                            }
                            all.sort(Comparator.naturalOrder());
                            return all.get(17).length();
                        }));
    }

    private static Kernel top(String name, DataType type, List<Block> blocks) {
        return new Kernel(
                35,
                name,
                BLOCK * BLOCKS,
                0.3,
                () -> sorted(blocks, type, OptionalLong.of(10)),
                () -> sorted(blocks, type, OptionalLong.empty()));
    }

    private static long sorted(List<Block> blocks, DataType type, OptionalLong limit) {
        Header header = Header.of(new Header.Field("key", type));
        try (WorkerPool pool = new WorkerPool(1, "kernel")) {
            Sorting sorting =
                    new Sorting(header, List.of(new SortKey(0, false, false)), limit, Operators.resources(pool));
            Operators.feed(sorting, blocks);
            long[] rows = new long[1];
            Operators.drain(sorting.sources().start(), block -> {
                rows[0] += block.rows();
                return Demand.MORE;
            });
            return rows[0];
        }
    }

    private StringColumn phrases() {
        StringColumn.Builder phrases = new StringColumn.Builder(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            phrases.append(Long.toString(random.nextLong(1L << 50), Character.MAX_RADIX) + " and more words");
        }
        return phrases.build();
    }

    private static List<Block> blocks(DataType type, Supplier<Column> columns) {
        Header header = Header.of(new Header.Field("key", type));
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            blocks.add(new Block(header, List.of(columns.get()), BLOCK));
        }
        return blocks;
    }
}
