package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns are read into memory that is used again: what a filter has dropped, and blocks that the reader of the rows does not look back at. Neither shows in
 * the rows, and blocks that are kept stay what they were.
 */
final class PassingReadsTest {
    /** Rows whose number is below a bound within each of the spans of 64 numbers: some granules lose all rows, some a few, some none. */
    private record Below(long bound, int span) implements BoundPredicate {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            long[] ids = ((LongColumn) arguments[0].plain()).values();
            for (int word = 0; word << 6 < rows; word++) {
                long bits = 0;
                for (int i = word << 6; i < Math.min(rows, (word + 1) << 6); i++) {
                    bits |= (ids[i] % span < bound ? 1L : 0L) << i;
                }
                bitmap[word] = bits;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1000000000, false", "1000000000, true"})
    void memoryThatIsUsedAgainDoesNotShow(String minBytesForWide, boolean thin) {
        Random random = new Random(23);
        List<Header.Field> fields = new ArrayList<>();
        fields.add(new Header.Field("id", Types.UINT64));
        for (int i = 0; i < RoundTripTest.TYPES.size(); i++) {
            fields.add(new Header.Field("c " + i, TypeParser.parse(RoundTripTest.TYPES.get(i))));
        }
        Header header = new Header(fields);
        Map<String, String> settings = Map.of(
                "min_bytes_for_wide_part",
                minBytesForWide,
                "index_granularity",
                "50",
                "min_compress_block_size",
                "700");
        TableDefinition definition = Tables.definition(header, List.of("id"), List.of(), settings);
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        for (int part = 0; part < 2; part++) {
            Block full = RoundTripTest.randomBlock(header, 900, 1000L * part, random);
            Tables.insert(table, services, Optional.empty(), thin ? RoundTripTest.thinned(full, random) : full);
        }
        for (Below below :
                List.of(new Below(1, 1), new Below(20, 50), new Below(300, 700), new Below(49, 50), new Below(0, 7))) {
            Optional<Expression> filter = Optional.of(
                    new Expression.Call("below", below, List.of(new Expression.Input(0, "id", Types.UINT64)), true));
            List<Block> kept = Tables.blocks(table, request(header, filter, false));
            List<String> expected = Tables.lines(kept);
            assertThat(watched(table, request(header, filter, true)))
                    .as("%s", below)
                    .isEqualTo(expected);
            assertThat(Tables.lines(kept)).isEqualTo(expected);
            assertThat(expected.stream().sorted().toList()).isEqualTo(wanted(table, header, below));
        }
    }

    /** Strings that are not empty. */
    private record NotEmpty() implements BoundPredicate {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            StringColumn strings = (StringColumn) arguments[0].plain();
            Arrays.fill(bitmap, 0);
            for (int i = 0; i < rows; i++) {
                bitmap[i >> 6] |= (strings.length(i) > 0 ? 1L : 0L) << i;
            }
        }
    }

    /** The strings that are left stay in the memory that was read into; it must not be read into again while they are looked at. */
    @ParameterizedTest
    @CsvSource({"0", "1000000000"})
    void onlyEmptyStringsDropOut(String minBytesForWide) {
        Random random = new Random(29);
        Header header =
                new Header(List.of(new Header.Field("id", Types.UINT64), new Header.Field("text", Types.STRING)));
        Map<String, String> settings = Map.of("min_bytes_for_wide_part", minBytesForWide, "index_granularity", "50");
        TableDefinition definition = Tables.definition(header, List.of("id"), List.of(), settings);
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        StringColumn.Builder texts = new StringColumn.Builder(3000);
        for (int row = 0; row < 3000; row++) {
            texts.append(random.nextInt(3) == 0 || row / 100 % 5 == 4 ? "" : "text " + random.nextInt());
        }
        long[] ids = LongStream.range(0, 3000).toArray();
        Tables.insert(
                table,
                services,
                Optional.empty(),
                new Block(header, List.of(new LongColumn(ids, 3000), texts.build()), 3000));
        Optional<Expression> filter = Optional.of(new Expression.Call(
                "notEmpty", new NotEmpty(), List.of(new Expression.Input(1, "text", Types.STRING)), true));
        List<String> wanted = Tables.lines(Tables.blocks(table, request(header, Optional.empty(), false))).stream()
                .filter(line -> !line.endsWith("\t"))
                .toList();
        List<Block> kept = Tables.blocks(table, request(header, filter, false));
        assertThat(Tables.lines(kept)).isEqualTo(wanted);
        assertThat(watched(table, request(header, filter, true))).isEqualTo(wanted);
        assertThat(Tables.lines(kept)).isEqualTo(wanted);
    }

    private static ScanRequest request(Header header, Optional<Expression> filter, boolean passing) {
        return new ScanRequest(
                header, filter, false, OptionalLong.empty(), 1, passing, 100, EvaluationContext.unlimited());
    }

    /** The lines of each block, written before the next one is asked for. */
    private static List<String> watched(MergeTreeTable table, ScanRequest request) {
        List<String> lines = new ArrayList<>();
        Sources sources = table.scan(request).open();
        try (Source source = sources.open(0)) {
            Source.Poll poll = source.poll();
            while (!(poll instanceof Source.Poll.Finished)) {
                if (poll instanceof Source.Poll.Ready(Block block)) {
                    lines.addAll(Tables.lines(List.of(block)));
                }
                poll = source.poll();
            }
        }
        return lines;
    }

    /** All rows, filtered afterwards. */
    private static List<String> wanted(MergeTreeTable table, Header header, Below below) {
        return Tables.lines(Tables.blocks(table, request(header, Optional.empty(), false))).stream()
                .filter(line -> Long.parseLong(line.substring(0, line.indexOf('\t'))) % below.span() < below.bound())
                .sorted()
                .toList();
    }
}
