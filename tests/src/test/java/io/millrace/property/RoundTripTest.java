package io.millrace.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.testing.Seed;
import io.millrace.testing.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random values of every type come back as they were: through every format that can be read, and through every way of storing them. */
final class RoundTripTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int ROWS = 150;

    private static final List<String> TYPES = List.of(
            "Bool",
            "UInt8",
            "UInt16",
            "UInt32",
            "UInt64",
            "UInt128",
            "Int8",
            "Int16",
            "Int32",
            "Int64",
            "Int128",
            "Float32",
            "Float64",
            "Decimal(9, 3)",
            "Decimal(18, 18)",
            "Decimal(38, 10)",
            "String",
            "FixedString(5)",
            "Date",
            "Date32",
            "DateTime",
            "DateTime('Asia/Tokyo')",
            "DateTime64(3)",
            "DateTime64(9, 'America/New_York')",
            "UUID",
            "Enum8('a' = 1, 'it\\'s' = -7)",
            "Enum16('x' = 1000, 'tab\\t' = 2)",
            "Nullable(Int32)",
            "Nullable(String)",
            "Nullable(DateTime64(6))",
            "LowCardinality(String)",
            "LowCardinality(Nullable(String))",
            "LowCardinality(FixedString(2))",
            "Array(UInt16)",
            "Array(String)",
            "Array(Nullable(Float32))",
            "Array(Array(Int8))",
            "Array(LowCardinality(String))",
            "Tuple(Int8, String)",
            "Tuple(a Int8, b Array(Nullable(Date)))",
            "Map(String, UInt64)",
            "Map(LowCardinality(String), Array(Int16))",
            "Array(Tuple(x UInt8, y String))");

    private static final List<String> FORMATS = List.of(
            "TabSeparated",
            "TabSeparatedWithNames",
            "TabSeparatedWithNamesAndTypes",
            "CSV",
            "CSVWithNames",
            "Values",
            "JSONEachRow",
            "RowBinary",
            "RowBinaryWithNamesAndTypes",
            "Native");

    private static final List<String> STORES = List.of(
            "MergeTree ORDER BY tuple() SETTINGS min_bytes_for_wide_part = 0, index_granularity = 16",
            "MergeTree ORDER BY id SETTINGS min_bytes_for_wide_part = 1000000000, index_granularity = 32",
            "MergeTree ORDER BY id % 7 PARTITION BY id % 3",
            "Log");

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
        for (int i = 0; i < TYPES.size(); i++) {
            engine.execute(
                    "CREATE TABLE source" + i + " (id UInt32, v " + TYPES.get(i) + ") ENGINE = Memory",
                    "INSERT INTO source" + i
                            + " SELECT rowNumberInAllBlocks(), v FROM (SELECT v FROM generateRandom('v "
                            + TYPES.get(i).replace("\\", "\\\\").replace("'", "\\'") + "', " + (SEED.value() + i)
                            + ", 12, 4) LIMIT " + ROWS + ")");
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> formats() {
        return everyType(FORMATS, (type, format) -> {
            String copy = "copy" + type + "_" + format;
            engine.execute("CREATE TABLE " + copy + " AS source" + type);
            byte[] rows = engine.bytes("SELECT * FROM source" + type + " FORMAT " + format);
            engine.insert("INSERT INTO " + copy + " FORMAT " + format, rows, Map.of());
            assertSame(type, copy);
        });
    }

    @TestFactory
    Stream<DynamicTest> stores() {
        return everyType(STORES, (type, store) -> {
            String copy = "stored" + type + "_" + STORES.indexOf(store);
            engine.execute("CREATE TABLE " + copy + " (id UInt32, v " + TYPES.get(type) + ") ENGINE = " + store);
            for (int part = 0; part < 3; part++) {
                engine.execute("INSERT INTO " + copy + " SELECT * FROM source" + type + " WHERE id % 3 = " + part);
            }
            assertSame(type, copy);
            if (store.startsWith("MergeTree")) {
                engine.execute("OPTIMIZE TABLE " + copy + " FINAL");
                assertSame(type, copy);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> keys() {
        return everyType(List.of("ORDER BY v"), (type, order) -> {
            String copy = "sorted" + type;
            engine.execute("CREATE TABLE " + copy + " (id UInt32, v " + TYPES.get(type) + ") ENGINE = MergeTree "
                    + order + " SETTINGS allow_nullable_key = 1, index_granularity = 8");
            engine.execute("INSERT INTO " + copy + " SELECT * FROM source" + type);
            assertSame(type, copy);
            for (String comparison : List.of("=", "<=", ">", "!=")) {
                String where = " WHERE v " + comparison + " (SELECT v FROM source" + type + " WHERE id = 5)";
                assertThat(engine.query("SELECT count(), sum(id) FROM " + copy + where))
                        .as("%s, %s%s", SEED, TYPES.get(type), where)
                        .isEqualTo(engine.query("SELECT count(), sum(id) FROM source" + type + where));
            }
        });
    }

    private static void assertSame(int type, String copy) {
        String order = " ORDER BY id";
        assertThat(engine.query("SELECT * FROM " + copy + order))
                .as("%s, %s", SEED, TYPES.get(type))
                .isEqualTo(engine.query("SELECT * FROM source" + type + order));
    }

    /** What is done with one type and one format or store. */
    private interface Trip {
        void go(int type, String by);
    }

    private static Stream<DynamicTest> everyType(List<String> ways, Trip trip) {
        return ways.stream()
                .flatMap(by -> Stream.iterate(0, i -> i < TYPES.size(), i -> i + 1)
                        .map(type -> dynamicTest(by + ", " + TYPES.get(type), () -> trip.go(type, by))));
    }
}
