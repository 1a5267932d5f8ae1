package io.millrace.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Persistent;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Log family: what is in the file after restarts, crashes and truncation. */
final class LogTableTest {
    private static final UUID ID = UUID.fromString("0123abcd-0000-0000-0000-000000000001");
    private static final Header HEADER =
            Header.of(new Header.Field("a", Types.UINT64), new Header.Field("s", Types.STRING));

    @TempDir
    Path directory;

    private TestTables.Services services;

    @BeforeEach
    void prepare() {
        services = new TestTables.Services(directory);
    }

    private Table open() {
        return TestTables.create("Log", ID, HEADER, services);
    }

    private Path home() {
        return directory.resolve("store/012").resolve(ID.toString());
    }

    private Path file(int generation) {
        return home().resolve("data-" + generation + ".log");
    }

    @Test
    void rowsOutliveTheTableObject() {
        Table table = open();
        TestTables.insert(table, MemoryTableTest.block(1, 2), MemoryTableTest.block(3));
        TestTables.insert(table, MemoryTableTest.block(4));
        TestTables.prepared(table, MemoryTableTest.block(5)).discard();
        List<String> all = List.of("1\ts1", "2\ts2", "3\ts3", "4\ts4");
        assertThat(TestTables.rows(table)).isEqualTo(all);
        assertThat(TestTables.rows(open())).isEqualTo(all);
        assertThat(((Counted) open()).rows()).isEqualTo(4);
        Header second = Header.of(HEADER.fields().get(1));
        assertThat(TestTables.rows(open(), second, OptionalLong.empty())).startsWith("s1");
    }

    @Test
    void everyTornEndLeavesTheWholeInsertsBeforeIt() throws IOException {
        Table table = open();
        TestTables.insert(table, MemoryTableTest.block(1));
        long first = Files.size(file(0));
        TestTables.insert(table, MemoryTableTest.block(2), MemoryTableTest.block(3));
        byte[] whole = Files.readAllBytes(file(0));
        for (int size = (int) first; size < whole.length; size++) {
            reset(Arrays.copyOf(whole, size));
            Table torn = open();
            assertThat(TestTables.rows(torn)).as("cut at %s", size).containsExactly("1\ts1");
            TestTables.insert(torn, MemoryTableTest.block(9));
            assertThat(TestTables.rows(open())).containsExactly("1\ts1", "9\ts9");
        }
        for (int at = (int) first; at < whole.length; at++) {
            byte[] zeroed = whole.clone();
            zeroed[at] ^= 0x5A;
            reset(zeroed);
            assertThat(TestTables.rows(open()))
                    .as("damaged at %s", at)
                    .startsWith("1\ts1")
                    .hasSizeLessThan(4);
        }
    }

    private void reset(byte[] content) throws IOException {
        services.files().deleteTree(home());
        Files.createDirectories(home());
        Files.write(file(0), content);
    }

    @Test
    void leftoversOfUnfinishedInsertsGoAtTheStart() throws IOException {
        open();
        Files.write(home().resolve("tmp_insert_x"), new byte[10]);
        Files.write(home().resolve("tmp_data-1.log"), new byte[10]);
        open();
        assertThat(home())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("tmp"));
    }

    @Test
    void truncatedTablesStartAgain() {
        Table table = open();
        TestTables.insert(table, MemoryTableTest.block(1));
        ((Truncatable) table).truncate();
        assertThat(TestTables.rows(table)).isEmpty();
        assertThat(file(0)).doesNotExist();
        TestTables.insert(table, MemoryTableTest.block(2));
        assertThat(TestTables.rows(open())).containsExactly("2\ts2");
        ((Persistent) table).dropFiles();
        assertThat(home()).doesNotExist();
    }

    @Test
    void insertsThatDoNotFitIntoMemoryGoThroughAFile() {
        Table table = open();
        List<Block> blocks = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 60; i++) {
            long[] values = random.longs(20_000).toArray();
            blocks.add(MemoryTableTest.block(values));
        }
        SelfCommitting insert = TestTables.prepared(table, blocks.toArray(Block[]::new));
        assertThat(home())
                .isDirectoryContaining(path -> path.getFileName().toString().startsWith("tmp_insert"));
        insert.publish();
        assertThat(home())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("tmp_insert"));
        assertThat(((Counted) open()).rows()).isEqualTo(1_200_000);
    }

    @Test
    void everyKindOfColumnComesBack() {
        List<Header.Field> fields = new ArrayList<>();
        String[] types = {
            "UInt8",
            "Int128",
            "Float32",
            "Decimal(30, 5)",
            "FixedString(3)",
            "Nullable(String)",
            "LowCardinality(Nullable(String))",
            "Array(Array(UInt16))",
            "Map(String, UInt8)",
            "Tuple(a UInt8, b String)",
            "DateTime('Asia/Tokyo')",
            "DateTime64(3)",
            "UUID",
            "Enum8('x' = 1, 'y' = 2)",
            "Date32",
            "IPv6",
            "Bool"
        };
        for (int i = 0; i < types.length; i++) {
            fields.add(new Header.Field("c" + i, TypeParser.parse(types[i])));
        }
        Header header = new Header(fields);
        List<Column> columns = new ArrayList<>();
        for (Header.Field field : fields) {
            ColumnBuilder builder = ColumnBuilder.of(field.type(), 500);
            DataType type = field.type();
            new RandomValues(5, 6, 4).append(type, 500, builder);
            columns.add(builder.build());
        }
        Block block = new Block(header, columns, 500);
        Table table = TestTables.create("StripeLog", new UUID(77, 1), header, services);
        TestTables.insert(table, block);
        List<String> expected = new ArrayList<>();
        TestTables.append(block, expected);
        assertThat(TestTables.rows(TestTables.create("StripeLog", new UUID(77, 1), header, services)))
                .isEqualTo(expected);
    }
}
