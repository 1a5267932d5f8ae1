package io.millrace.pipeline.operator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.ValueSet;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.arrayjoin.ArrayJoinTransform;
import io.millrace.pipeline.operator.distinct.DistinctTransform;
import io.millrace.pipeline.operator.fill.FillKey;
import io.millrace.pipeline.operator.fill.FillStep;
import io.millrace.pipeline.operator.fill.FillTransform;
import io.millrace.pipeline.operator.set.ValueSets;
import io.millrace.pipeline.operator.setop.SetOperation;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.run.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transforms that work block by block: limits, DISTINCT, ARRAY JOIN, fill, set operations, sets. */
final class StreamsTest {
    @TempDir
    Path spill;

    private static Block longs(long... values) {
        return new Block(
                Header.of(new Header.Field("a", Types.INT64)),
                List.of(new LongColumn(values, values.length)),
                values.length);
    }

    private List<String> through(Block block, int blockRows, int drivers, Transform.Factory... transforms) {
        QueryResources resources = Rows.resources(spill, 0, drivers, 100);
        return Rows.text(Rows.run(resources, Rows.of(Rows.cut(block, blockRows)), List.of(transforms), drivers));
    }

    private QueryResources resources() {
        return Rows.resources(spill, 0, 1, 100);
    }

    @Test
    void limits() {
        Block block = longs(1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int blockRows : new int[] {1, 2, 100}) {
            assertThat(through(block, blockRows, 1, LimitTransform.factory(3, 2)))
                    .containsExactly("3", "4", "5");
            assertThat(through(block, blockRows, 3, LimitTransform.factory(3, 2)))
                    .hasSize(3);
            assertThat(through(block, blockRows, 1, LimitTransform.factory(Long.MAX_VALUE, 7)))
                    .containsExactly("8", "9");
            assertThat(through(block, blockRows, 1, LimitTransform.factory(0, 0)))
                    .isEmpty();
        }
    }

    @Test
    void limitsWithTies() {
        Block block = longs(1, 2, 2, 2, 3, 3);
        List<SortKey> keys = List.of(new SortKey(0, false, false));
        for (int blockRows : new int[] {1, 2, 100}) {
            assertThat(through(block, blockRows, 1, LimitTransform.withTies(2, 0, block.header(), keys)))
                    .containsExactly("1", "2", "2", "2");
            assertThat(through(block, blockRows, 1, LimitTransform.withTies(1, 2, block.header(), keys)))
                    .containsExactly("2", "2");
            assertThat(through(block, blockRows, 1, LimitTransform.withTies(9, 0, block.header(), keys)))
                    .hasSize(6);
        }
    }

    @Test
    void limitByAndDistinctLikeMaps() {
        Random random = new Random(4);
        Block block = Rows.block(500, 12, random, new NullableType(Types.STRING), Types.INT32);
        for (int blockRows : new int[] {1, 7, 65409}) {
            List<String> by = new ArrayList<>();
            List<String> distinct = new ArrayList<>();
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < block.rows(); i++) {
                int number = seen.merge(Rows.text(block.column(0), i), 1, Integer::sum);
                String line = Rows.text(block.column(0), i) + "|" + Rows.text(block.column(1), i);
                if (number > 1 && number <= 4) {
                    by.add(line);
                }
                if (number == 1) {
                    distinct.add(line);
                }
            }
            assertThat(through(
                            block,
                            blockRows,
                            1,
                            LimitByTransform.factory(
                                    block.header(),
                                    List.of(0),
                                    3,
                                    1,
                                    resources().context())))
                    .isEqualTo(by);
            assertThat(through(block, blockRows, 1, distinct(block, OptionalLong.empty())))
                    .isEqualTo(distinct);
            assertThat(through(block, blockRows, 3, distinct(block, OptionalLong.empty())))
                    .hasSize(distinct.size());
        }
    }

    private Transform.Factory distinct(Block block, OptionalLong limit) {
        return DistinctTransform.factory(
                block.header(), List.of(0), limit, resources().context());
    }

    @Test
    void arrayJoins() {
        Block block = Rows.block(200, 10, new Random(8), Types.INT64, new DataType.ArrayType(Types.STRING));
        Header output = Header.of(block.header().fields().get(0), new Header.Field("e", Types.STRING));
        List<String> expected = new ArrayList<>();
        int empty = 0;
        for (int i = 0; i < block.rows(); i++) {
            io.millrace.data.column.ArrayColumn array = (io.millrace.data.column.ArrayColumn) block.column(1);
            for (int e = array.offsets()[i]; e < array.offsets()[i + 1]; e++) {
                expected.add(Rows.text(block.column(0), i) + "|" + Rows.text(array.elements(), e));
            }
            empty += array.length(i) == 0 ? 1 : 0;
        }
        for (int blockRows : new int[] {1, 7, 65409}) {
            assertThat(through(block, blockRows, 1, ArrayJoinTransform.factory(List.of(1), false, output)))
                    .isEqualTo(expected);
            assertThat(through(block, blockRows, 1, ArrayJoinTransform.factory(List.of(1), true, output)))
                    .hasSize(expected.size() + empty);
        }
        Block two = Rows.block(
                50, 10, new Random(8), new DataType.ArrayType(Types.INT64), new DataType.ArrayType(Types.STRING));
        assertThatThrownBy(() -> through(two, 7, 1, ArrayJoinTransform.factory(List.of(0, 1), false, output)))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH));
    }

    @Test
    void fills() {
        Block block = longs(1, 4, 6);
        for (int blockRows : new int[] {1, 100}) {
            assertThat(through(block, blockRows, 1, fill(block, Optional.empty(), Optional.empty(), 2)))
                    .containsExactly("1", "3", "4", "5", "6");
            assertThat(through(block, blockRows, 1, fill(block, Optional.of(longs(0)), Optional.of(longs(9)), 2)))
                    .containsExactly("0", "1", "2", "4", "6", "8");
            assertThat(through(longs(), blockRows, 1, fill(block, Optional.of(longs(0)), Optional.of(longs(4)), 2)))
                    .containsExactly("0", "2");
        }
    }

    private Transform.Factory fill(Block block, Optional<Block> from, Optional<Block> to, long step) {
        Optional<Column> first = from.map(b -> b.column(0));
        FillKey key = new FillKey(0, block.header().type(0), false, first, to.map(b -> b.column(0)), FillStep.of(step));
        return FillTransform.factory(
                block.header(),
                new FillTransform.Spec(List.of(), List.of(key), List.of(), List.of()),
                resources().context());
    }

    @Test
    void setOperations() {
        assertThat(operation(true, true)).containsExactly("1", "2", "2");
        assertThat(operation(false, true)).containsExactly("1", "2", "3", "3");
        assertThat(operation(true, false)).containsExactly("1", "2");
        assertThat(operation(false, false)).containsExactly("3");
    }

    private List<String> operation(boolean intersect, boolean all) {
        QueryResources resources = resources();
        Block left = longs(1, 1, 2, 2, 2, 3, 3);
        SetOperation operation = new SetOperation(left.header(), intersect, all, resources.context());
        Pipeline right = Rows.pipeline(Rows.of(List.of(longs(1, 2, 2))), List.of(), operation.right(), 1);
        return Rows.text(Rows.run(resources, Rows.of(Rows.cut(left, 3)), List.of(operation.left()), 1, right));
    }

    @Test
    void setsKnowTheirValues() {
        Random random = new Random(3);
        for (DataType type : List.of(
                Types.INT64,
                Types.STRING,
                new NullableType(Types.INT32),
                new DataType.TupleType(List.of(new NullableType(Types.INT32), Types.STRING), List.of()))) {
            Column values = Rows.random(type, 30, 60, random);
            Column probes = Rows.random(type, 300, 60, random);
            ValueSet set = ValueSets.of(type, values);
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                expected.add(Rows.text(values, i));
            }
            expected.removeIf(s -> s.contains("NULL"));
            assertThat(set.size()).isEqualTo(expected.size());
            long[] bitmap = new long[Bitmaps.words(300)];
            Arrays.fill(bitmap, -1);
            set.contains(probes, 300, bitmap);
            for (int i = 0; i < 300; i++) {
                assertThat(Bitmaps.get(bitmap, i))
                        .as("%s row %d", type, i)
                        .isEqualTo(expected.contains(Rows.text(probes, i)));
            }
            assertThat(set.values() instanceof NullableColumn).isFalse();
        }
    }
}
