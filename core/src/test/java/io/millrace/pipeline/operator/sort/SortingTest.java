package io.millrace.pipeline.operator.sort;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.order.RowOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.run.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ORDER BY against a stable sort by comparing. */
final class SortingTest {
    @TempDir
    Path spill;

    private static final List<DataType> TYPES = List.of(
            Types.INT8,
            Types.UINT8,
            Types.INT16,
            Types.UINT32,
            Types.INT64,
            Types.UINT64,
            Types.INT128,
            Types.UUID,
            Types.FLOAT32,
            Types.FLOAT64,
            Types.STRING,
            new DataType.FixedStringType(10),
            new LowCardinalityType(Types.STRING),
            new NullableType(Types.INT32),
            new NullableType(Types.INT64),
            new NullableType(Types.FLOAT64),
            new NullableType(Types.STRING),
            new LowCardinalityType(new NullableType(Types.STRING)),
            new DataType.ArrayType(Types.INT32),
            new DataType.TupleType(List.of(Types.INT8, Types.STRING), List.of()));

    @Test
    void sortsLikeComparing() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            DataType[] types = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> TYPES.get(random.nextInt(TYPES.size())))
                    .toArray(DataType[]::new);
            Block block = Rows.block(1 + random.nextInt(900), random.nextBoolean() ? 10 : 1000, random, types);
            List<SortKey> keys = IntStream.range(0, types.length)
                    .mapToObj(i -> new SortKey(i, random.nextBoolean(), random.nextBoolean()))
                    .toList();
            int blockRows = new int[] {1, 7, 65409}[random.nextInt(3)];
            int drivers = random.nextBoolean() ? 1 : 3;
            long external = random.nextBoolean() ? 0 : 2000;
            OptionalLong limit = random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(50));
            List<String> expected = expected(block, keys);
            List<String> sorted = run(block, keys, limit, blockRows, drivers, external);
            int wanted = (int) Math.min(limit.orElse(block.rows()), block.rows());
            assertThat(keysOnly(sorted))
                    .as(
                            "seed %d round %d types %s keys %s blocks %d drivers %d spill %d limit %s",
                            seed, round, List.of(types), keys, blockRows, drivers, external, limit)
                    .isEqualTo(keysOnly(expected.subList(0, wanted)));
        }
    }

    // both zeros are equal: either may come first
    private static List<String> keysOnly(List<String> lines) {
        return lines.stream().map(l -> l.replace("-0.0", "0.0")).toList();
    }

    private static List<String> expected(Block block, List<SortKey> keys) {
        RowOrder order = RowOrder.of(
                block.header(),
                keys.stream()
                        .map(k -> new RowOrder.Key(k.column(), k.descending(), k.nullsFirst()))
                        .toList());
        Column[] columns = order.keysOf(block);
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, block.rows()).boxed().toList());
        rows.sort((a, b) -> order.compare(columns, a, columns, b));
        int[] positions = rows.stream().mapToInt(Integer::intValue).toArray();
        return Rows.text(List.of(block.gather(positions, positions.length)));
    }

    private List<String> run(
            Block block, List<SortKey> keys, OptionalLong limit, int blockRows, int drivers, long external) {
        QueryResources resources = Rows.resources(spill, external, drivers, 100);
        Sorting sorting = new Sorting(block.header(), keys, limit, resources);
        Pipeline first = Rows.pipeline(Rows.of(Rows.cut(block, blockRows)), List.of(), sorting, drivers);
        return Rows.text(Rows.run(resources, sorting.sources(), List.of(), 1, first));
    }

    @Test
    void equalRowsKeepTheirOrder() {
        Block block = Rows.block(5000, 3, new Random(1), Types.INT8, Types.INT64);
        long[] numbers = new long[5000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        Block numbered = new Block(
                block.header(), List.of(block.column(0), new io.millrace.data.column.LongColumn(numbers, 5000)), 5000);
        List<SortKey> keys = List.of(new SortKey(0, false, false));
        assertThat(run(numbered, keys, OptionalLong.empty(), 100, 1, 0)).isEqualTo(expected(numbered, keys));
        assertThat(run(numbered, keys, OptionalLong.empty(), 100, 1, 20_000)).isEqualTo(expected(numbered, keys));
    }
}
