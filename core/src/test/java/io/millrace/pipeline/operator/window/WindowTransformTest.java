package io.millrace.pipeline.operator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.sort.Sorting;
import io.millrace.pipeline.run.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Window functions against definitions read literally. */
final class WindowTransformTest {
    @TempDir
    Path spill;

    private static WindowSpec.Call call(String function, DataType type, Integer... arguments) {
        boolean sum = function.equals("sum");
        return new WindowSpec.Call(
                function,
                function,
                sum ? Optional.of(new Rows.Sum(false)) : Optional.empty(),
                List.of(arguments),
                false,
                type);
    }

    private List<String> run(Block block, WindowSpec.Frame frame, List<WindowSpec.Call> calls, int blockRows) {
        List<Header.Field> fields = new ArrayList<>(block.header().fields());
        calls.forEach(c -> fields.add(new Header.Field(c.name(), c.type())));
        List<SortKey> order = List.of(new SortKey(1, false, false));
        WindowSpec spec = new WindowSpec(block.header(), List.of(0), order, frame, calls, new Header(fields));
        QueryResources resources = Rows.resources(spill, 0, 1, blockRows);
        Sorting sorting = new Sorting(
                block.header(),
                List.of(new SortKey(0, false, false), new SortKey(1, false, false)),
                OptionalLong.empty(),
                resources);
        Pipeline sort = Rows.pipeline(Rows.of(List.of(block)), List.of(), sorting, 1);
        return Rows.text(Rows.run(
                resources, sorting.sources(), List.of(WindowTransform.factory(spec, resources.context())), 1, sort));
    }

    private static Block small(int rows, Random random) {
        long[] groups = new long[rows];
        long[] keys = new long[rows];
        long[] values = new long[rows];
        for (int i = 0; i < rows; i++) {
            groups[i] = random.nextInt(4);
            keys[i] = random.nextInt(8);
            values[i] = random.nextInt(100);
        }
        Header header = Header.of(
                new Header.Field("g", Types.INT64),
                new Header.Field("k", Types.INT64),
                new Header.Field("v", Types.INT64));
        List<Column> columns =
                List.of(new LongColumn(groups, rows), new LongColumn(keys, rows), new LongColumn(values, rows));
        return new Block(header, columns, rows);
    }

    @Test
    void ranksAndNeighbours() {
        Header header = Header.of(
                new Header.Field("g", Types.INT64),
                new Header.Field("k", Types.INT64),
                new Header.Field("v", Types.INT64));
        Block block = new Block(
                header,
                List.of(
                        new LongColumn(new long[] {1, 1, 1, 1, 2}, 5),
                        new LongColumn(new long[] {1, 1, 2, 3, 1}, 5),
                        new LongColumn(new long[] {10, 20, 30, 40, 50}, 5)),
                5);
        List<WindowSpec.Call> calls = List.of(
                call("row_number", Types.UINT64),
                call("rank", Types.UINT64),
                call("dense_rank", Types.UINT64),
                call("percent_rank", Types.FLOAT64),
                call("cume_dist", Types.FLOAT64),
                call("lag", Types.INT64, 2),
                call("lead", Types.INT64, 2),
                call("first_value", Types.INT64, 2),
                call("last_value", Types.INT64, 2));
        assertThat(run(block, WindowSpec.Frame.DEFAULT, calls, 2))
                .containsExactly(
                        "1|1|10|1|1|1|0.0|0.5|0|20|10|20",
                        "1|1|20|2|1|1|0.0|0.5|10|30|10|20",
                        "1|2|30|3|3|2|0.6666666666666666|0.75|20|40|10|30",
                        "1|3|40|4|4|3|1.0|1.0|30|0|10|40",
                        "2|1|50|1|1|1|0.0|1.0|0|0|50|50");
    }

    @Test
    void sumsOverFramesLikeLoops() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int round = 0; round < 120; round++) {
            Block block = small(1 + random.nextInt(120), random);
            WindowSpec.Unit unit = WindowSpec.Unit.values()[random.nextInt(3)];
            WindowSpec.Bound start = bound(random, -3);
            WindowSpec.Bound end = bound(random, 0);
            WindowSpec.Frame frame = new WindowSpec.Frame(unit, start, end);
            List<String> lines = run(block, frame, List.of(call("sum", Types.INT64, 2)), 1 + random.nextInt(50));
            List<long[]> rows = lines.stream()
                    .map(l -> java.util.Arrays.stream(l.split("\\|"))
                            .mapToLong(Long::parseLong)
                            .toArray())
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i)[3])
                        .as("seed %d round %d frame %s row %d", seed, round, frame, i)
                        .isEqualTo(expected(rows, i, frame));
            }
        }
    }

    private static WindowSpec.Bound bound(Random random, int least) {
        return switch (random.nextInt(3)) {
            case 0 -> new WindowSpec.Unbounded();
            case 1 -> new WindowSpec.CurrentRow();
            default -> new WindowSpec.Distance(least + random.nextInt(4));
        };
    }

    private static long expected(List<long[]> rows, int i, WindowSpec.Frame frame) {
        long sum = 0;
        for (int j = 0; j < rows.size(); j++) {
            boolean same = rows.get(j)[0] == rows.get(i)[0];
            if (same
                    && distance(rows, i, j, frame.unit()) >= low(frame.start())
                    && distance(rows, i, j, frame.unit()) <= high(frame.end())) {
                sum += rows.get(j)[2];
            }
        }
        return sum;
    }

    private static double low(WindowSpec.Bound bound) {
        return switch (bound) {
            case WindowSpec.Unbounded u -> Double.NEGATIVE_INFINITY;
            case WindowSpec.CurrentRow c -> 0;
            case WindowSpec.Distance d -> d.amount();
        };
    }

    private static double high(WindowSpec.Bound bound) {
        return bound instanceof WindowSpec.Unbounded ? Double.POSITIVE_INFINITY : low(bound);
    }

    private static double distance(List<long[]> rows, int i, int j, WindowSpec.Unit unit) {
        return switch (unit) {
            case ROWS -> j - i;
            case RANGE -> rows.get(j)[1] - rows.get(i)[1];
            case GROUPS -> group(rows, j) - group(rows, i);
        };
    }

    private static long group(List<long[]> rows, int i) {
        return rows.stream()
                .filter(r -> r[0] == rows.get(i)[0] && r[1] < rows.get(i)[1])
                .mapToLong(r -> r[1])
                .distinct()
                .count();
    }
}
