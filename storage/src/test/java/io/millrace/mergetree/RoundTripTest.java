package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.stream.DefaultValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of every type come back as they were written: Wide and Compact, over restarts and merges. */
final class RoundTripTest {
    static final List<String> TYPES = List.of(
            "UInt8",
            "Int16",
            "UInt32",
            "Int64",
            "Int128",
            "UInt256",
            "Float32",
            "Float64",
            "Bool",
            "String",
            "FixedString(5)",
            "Date",
            "Date32",
            "DateTime('UTC')",
            "DateTime64(3, 'UTC')",
            "UUID",
            "IPv4",
            "IPv6",
            "Enum8('a' = -1, 'b' = 2)",
            "Enum16('x' = 300, 'y' = -5)",
            "Decimal(9, 2)",
            "Decimal(18, 4)",
            "Decimal(38, 10)",
            "Decimal(76, 20)",
            "Nullable(String)",
            "Nullable(Int32)",
            "LowCardinality(String)",
            "LowCardinality(Nullable(String))",
            "LowCardinality(UInt16)",
            "Array(String)",
            "Array(Array(Int32))",
            "Array(Nullable(String))",
            "Array(LowCardinality(String))",
            "Map(String, Int64)",
            "Map(LowCardinality(String), Array(String))",
            "Tuple(Int32, String)",
            "Tuple(a Array(UInt8), b Nullable(Date))",
            "SimpleAggregateFunction(max, Int64)",
            "IntervalDay");

    private static Header allTypes() {
        List<Header.Field> fields = new ArrayList<>();
        fields.add(new Header.Field("id", Types.UINT64));
        for (int i = 0; i < TYPES.size(); i++) {
            fields.add(new Header.Field("c " + i, TypeParser.parse(TYPES.get(i))));
        }
        fields.add(new Header.Field("n.x", TypeParser.parse("Array(UInt8)")));
        return new Header(fields);
    }

    static Block randomBlock(Header header, int rows, long firstId, Random random) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            DataType type = header.type(i);
            if (i > 0) {
                columns.add(RandomColumns.of(type, rows, random));
                continue;
            }
            long[] ids = new long[rows];
            for (int row = 0; row < rows; row++) {
                ids[row] = firstId + row;
            }
            columns.add(new LongColumn(ids, rows));
        }
        return new Block(header, columns, rows);
    }

    /** Rows of which most have the default in each column that may be stored sparse, and some granules nothing else. */
    static Block thinned(Block block, Random random) {
        int rows = block.rows();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < block.header().width(); i++) {
            int[] kept = new int[rows];
            for (int row = 0; row < rows; row++) {
                boolean none = i > 0 && (row >= 300 && row < 500 || random.nextInt(30) > 0);
                kept[row] = none ? -1 : row;
            }
            boolean thin = DefaultValues.mayBeSparse(block.header().type(i));
            columns.add(thin ? block.column(i).gather(kept, rows) : block.column(i));
        }
        return new Block(block.header(), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000000000, 0", "0, 1", "1000000000, 1", "0, 3", "1000000000, 3"})
    void givesBackEveryType(String minBytesForWide, int thinParts) {
        Random random = new Random(5);
        Header header = allTypes();
        Map<String, String> settings = new HashMap<>();
        settings.put("min_bytes_for_wide_part", minBytesForWide);
        settings.put("index_granularity", "100");
        settings.put("min_compress_block_size", "1000");
        settings.put("max_compress_block_size", "3001");
        TableDefinition definition = Tables.definition(header, List.of("id"), List.of(), settings);
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        List<Block> written = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            Block full = randomBlock(header, 777 + part, 1000L * part, random);
            Block block = part < thinParts ? thinned(full, random) : full;
            written.add(block);
            Tables.insert(table, services, Optional.empty(), block);
        }
        List<String> expected = Tables.lines(written).stream().sorted().toList();
        assertThat(Tables.sortedLines(table)).isEqualTo(expected);
        assertThat(table.partSet().parts())
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.content().serialization().sparse().isEmpty())
                        .isEqualTo(p.name().minBlock() > thinParts));

        table.optimize(Optional.empty(), true);
        assertThat(table.partSet().parts()).hasSize(1);
        assertThat(table.partSet().parts().getFirst().name()).hasToString("all_1_3_1");
        assertThat(Tables.sortedLines(table)).isEqualTo(expected);
        assertThat(table.partSet()
                        .parts()
                        .getFirst()
                        .content()
                        .serialization()
                        .sparse()
                        .isEmpty())
                .isEqualTo(thinParts < 3);

        TestServices again = TestServices.open(files, Path.of("/data"));
        MergeTreeTable reloaded = Tables.attach(definition, again, new MergeMode.Ordinary());
        assertThat(Tables.sortedLines(reloaded)).isEqualTo(expected);
    }

    @Test
    void keepsRowsOfOneBlockInOrderOfTheKey() {
        Random random = new Random(6);
        Header header = new Header(List.of(
                new Header.Field("id", Types.UINT64),
                new Header.Field("s", Types.STRING),
                new Header.Field("k", TypeParser.parse("Nullable(Int32)"))));
        TableDefinition definition =
                Tables.definition(header, List.of("s", "k"), List.of(), Map.of("index_granularity", "64"));
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        for (int i = 0; i < 4; i++) {
            Tables.insert(table, services, Optional.empty(), randomBlock(header, 5000, i, random));
        }
        table.optimize(Optional.empty(), true);
        List<Block> blocks = Tables.blocks(table, Tables.request(header, Optional.empty(), false, 1));
        io.millrace.data.order.RowOrder order = io.millrace.data.order.RowOrder.ascending(header, new int[] {1, 2});
        Column[] last = null;
        int lastRow = 0;
        long rows = 0;
        for (Block block : blocks) {
            Column[] keys = order.keysOf(block);
            for (int row = 0; row < block.rows(); row++) {
                if (last != null) {
                    assertThat(order.compare(last, lastRow, keys, row)).isLessThanOrEqualTo(0);
                }
                last = keys;
                lastRow = row;
                rows++;
            }
        }
        assertThat(rows).isEqualTo(20_000);
    }
}
