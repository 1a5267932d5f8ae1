package io.millrace.pipeline.operator.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.RealVfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.block.Block;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.run.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GROUP BY against a map of texts. */
final class AggregationTest {
    @TempDir
    Path spill;

    private static final List<List<DataType>> KEYS = List.of(
            List.of(Types.INT8),
            List.of(Types.UINT16),
            List.of(Types.INT32),
            List.of(Types.INT64),
            List.of(Types.FLOAT64),
            List.of(Types.FLOAT32, Types.INT8),
            List.of(Types.UUID),
            List.of(Types.STRING),
            List.of(new LowCardinalityType(Types.STRING)),
            List.of(new LowCardinalityType(new NullableType(Types.STRING)), Types.INT32),
            List.of(new NullableType(Types.INT64)),
            List.of(new NullableType(Types.INT16), new NullableType(Types.INT32), Types.INT8),
            List.of(Types.INT64, Types.INT32, Types.INT128),
            List.of(Types.INT64, Types.STRING),
            List.of(new NullableType(Types.STRING), new DataType.ArrayType(new NullableType(Types.INT32))),
            List.of(new DataType.TupleType(List.of(Types.INT8, Types.STRING), List.of())),
            List.of(new DataType.FixedStringType(5), new DataType.FixedStringType(12)),
            List.of(new DataType.ArrayType(new LowCardinalityType(Types.STRING))));

    private static AggregateSpec spec(Block block, int keys, List<List<Integer>> sets, boolean totals) {
        List<Integer> columns = new ArrayList<>();
        for (int k = 0; k < keys; k++) {
            columns.add(k);
        }
        return new AggregateSpec(
                block.header(),
                columns,
                List.of(
                        new AggregateCall("n", new Rows.Sum(true), List.of()),
                        new AggregateCall("s", new Rows.Sum(false), List.of(keys))),
                sets.isEmpty() ? List.of(columns) : sets,
                totals,
                Optional.empty(),
                false,
                0);
    }

    private static Map<String, long[]> naive(Block block, int keys) {
        Map<String, long[]> groups = new HashMap<>();
        for (int row = 0; row < block.rows(); row++) {
            StringJoiner parts = new StringJoiner("|");
            for (int k = 0; k < keys; k++) {
                parts.add(Rows.text(block.column(k), row));
            }
            long[] sums = groups.computeIfAbsent(parts.toString(), x -> new long[2]);
            sums[0]++;
            sums[1] += Rows.number(block.column(keys), row);
        }
        return groups;
    }

    private static List<String> expected(Block block, int keys) {
        List<String> lines = new ArrayList<>();
        naive(block, keys).forEach((key, sums) -> lines.add(key + (keys > 0 ? "|" : "") + sums[0] + "|" + sums[1]));
        return lines.stream().sorted().toList();
    }

    private List<String> run(Block block, AggregateSpec spec, int blockRows, int drivers, long external) {
        QueryResources resources = Rows.resources(spill, external, drivers, 1000);
        Aggregation aggregation = new Aggregation(spec, resources);
        Pipeline first = Rows.pipeline(Rows.of(Rows.cut(block, blockRows)), List.of(), aggregation, drivers);
        List<Block> result = Rows.run(resources, aggregation.sources(), List.of(), drivers, first);
        return Rows.text(result).stream().sorted().toList();
    }

    @Test
    void groupsLikeAMap() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (List<DataType> keys : KEYS) {
            List<DataType> types = new ArrayList<>(keys);
            types.add(Types.INT64);
            Block block = Rows.block(700, 40, random, types.toArray(DataType[]::new));
            AggregateSpec spec = spec(block, keys.size(), List.of(), false);
            List<String> expected = expected(block, keys.size());
            for (int blockRows : new int[] {1, 7, 65409}) {
                for (int drivers : new int[] {1, 3}) {
                    for (long external : new long[] {0, 1}) {
                        if (external > 0 && blockRows == 1) {
                            continue;
                        }
                        assertThat(run(block, spec, blockRows, drivers, external))
                                .as(
                                        "seed %d keys %s blocks %d drivers %d spill %d",
                                        seed, keys, blockRows, drivers, external)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void manyGroupsBecomePartitions() {
        Random random = new Random(5);
        for (List<DataType> keys : List.of(
                List.<DataType>of(Types.INT64),
                List.<DataType>of(Types.INT64, Types.STRING),
                List.<DataType>of(Types.STRING))) {
            List<DataType> types = new ArrayList<>(keys);
            types.add(Types.INT64);
            Block block = Rows.block(300_000, 1_000_000, random, types.toArray(DataType[]::new));
            AggregateSpec spec = spec(block, keys.size(), List.of(), false);
            List<String> expected = expected(block, keys.size());
            assertThat(run(block, spec, 20_000, 1, 0)).isEqualTo(expected);
            assertThat(run(block, spec, 20_000, 3, 0)).isEqualTo(expected);
            assertThat(run(block, spec, 20_000, 3, 10_000_000)).isEqualTo(expected);
        }
    }

    @Test
    void withoutKeys() {
        Block block = Rows.block(1000, 50, new Random(1), Types.INT64);
        assertThat(run(block, spec(block, 0, List.of(), false), 7, 3, 0)).isEqualTo(expected(block, 0));
        assertThat(run(block.slice(0, 0), spec(block, 0, List.of(), false), 7, 3, 0))
                .containsExactly("0|0");
    }

    @Test
    void groupingSetsAndTotals() {
        Block block = Rows.block(500, 6, new Random(2), Types.INT32, Types.STRING, Types.INT64);
        AggregateSpec spec = spec(block, 2, List.of(List.of(0, 1), List.of(0), List.of()), true);
        QueryResources resources = Rows.resources(spill, 0, 3, 1000);
        Aggregation aggregation = new Aggregation(spec, resources);
        Pipeline first = Rows.pipeline(Rows.of(Rows.cut(block, 50)), List.of(), aggregation, 3);
        List<String> lines = Rows.text(Rows.run(resources, aggregation.sources(), List.of(), 3, first));
        assertThat(lines.stream().filter(l -> l.endsWith("|0")).count())
                .isEqualTo(naive(block, 2).size());
        assertThat(lines).contains("0||500|" + total(block) + "|2");
    }

    private static long total(Block block) {
        long sum = 0;
        for (int i = 0; i < block.rows(); i++) {
            sum += Rows.number(block.column(2), i);
        }
        return sum;
    }

    @Test
    void totalsOfOneSet() {
        Block block = Rows.block(500, 6, new Random(2), Types.INT32, Types.INT64);
        AggregateSpec spec = spec(block, 1, List.of(), true);
        QueryResources resources = Rows.resources(spill, 0, 1, 1000);
        Aggregation aggregation = new Aggregation(spec, resources);
        Pipeline first = Rows.pipeline(Rows.of(Rows.cut(block, 50)), List.of(), aggregation, 1);
        Rows.run(resources, aggregation.sources(), List.of(), 1, first);
        List<Block> totals = List.of(aggregation.totals().orElseThrow());
        assertThat(Rows.text(totals).getFirst()).startsWith("0|500|");
    }

    @Test
    void theMemoryLimitEndsTheQuery() {
        Block block = Rows.block(200_000, 1_000_000_000, new Random(3), Types.INT64, Types.INT64);
        MemoryTracker memory = MemoryTracker.root("query", 1_000_000);
        QueryResources resources = new QueryResources(
                Rows.POOL, new EvaluationContext(memory, new Cancellation(), 1), new RealVfs(), spill, 0, 0, 3, 1000);
        Aggregation aggregation = new Aggregation(spec(block, 1, List.of(), false), resources);
        Pipeline first = Rows.pipeline(Rows.of(Rows.cut(block, 5000)), List.of(), aggregation, 3);
        assertThatThrownBy(() -> Rows.run(resources, aggregation.sources(), List.of(), 3, first))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MEMORY_LIMIT_EXCEEDED));
    }
}
