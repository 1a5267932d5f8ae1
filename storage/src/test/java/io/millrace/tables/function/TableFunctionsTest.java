package io.millrace.tables.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Source;
import io.millrace.tables.TestTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Table functions: rows and errors as ClickHouse gives them, and the walls around file(). */
final class TableFunctionsTest {
    @TempDir
    Path top;

    private Path directory;
    private TestTables.Services services;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createDirectory(top.resolve("user_files"));
        Files.writeString(top.resolve("secret.csv"), "1,secret\n");
        services = new TestTables.Services(directory);
    }

    private Table table(String function, Object... arguments) {
        List<Argument> list = new ArrayList<>();
        for (Object argument : arguments) {
            list.add(argument(argument));
        }
        return BuiltinIndex.of(TableFunction.class).find(function).orElseThrow().table(list, services);
    }

    private static Argument argument(Object value) {
        return switch (value) {
            case String text -> Argument.constant("text", Types.STRING, StringColumn.of(text));
            case Byte number -> Argument.constant("n", Types.INT8, new ByteColumn(new byte[] {number}, 1));
            case Integer number -> Argument.constant("n", Types.INT64, new LongColumn(new long[] {number}, 1));
            case Long number -> Argument.constant("n", Types.UINT64, new LongColumn(new long[] {number}, 1));
            case List<?> tuple -> {
                List<Argument> elements =
                        tuple.stream().map(TableFunctionsTest::argument).toList();
                List<DataType> types = elements.stream().map(Argument::type).toList();
                List<Column> columns =
                        elements.stream().map(e -> e.constant().orElseThrow()).toList();
                yield Argument.constant("t", new DataType.TupleType(types, List.of()), new TupleColumn(columns, 1));
            }
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private List<String> rows(String function, Object... arguments) {
        return TestTables.rows(table(function, arguments));
    }

    private static Block first(Table table) {
        ScanRequest request = ScanRequest.everything(table, 1, EvaluationContext.unlimited());
        return ((Source.Poll.Ready) table.scan(request).open().open(0).poll()).block();
    }

    private void fails(ErrorCode code, String function, Object... arguments) {
        assertThatThrownBy(() -> rows(function, arguments))
                .isInstanceOfSatisfying(
                        DbException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    @Test
    void numbersCount() {
        assertThat(rows("numbers", 3)).containsExactly("0", "1", "2");
        assertThat(rows("numbers", 5, 3)).containsExactly("5", "6", "7");
        assertThat(rows("numbers", 0, 10, 4)).containsExactly("0", "4", "8");
        assertThat(rows("numbers", -6L, 8L)).contains("18446744073709551615", "1");
        assertThat(rows("numbers_mt", 2500)).hasSize(2500);
        Table endless = table("numbers");
        assertThat(TestTables.rows(endless, endless.definition().storedHeader(), OptionalLong.of(3)))
                .hasSize(3);
        assertThat(rows("zeros", 2)).containsExactly("0", "0");
        fails(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "numbers", -1);
        fails(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "numbers", "5");
        fails(ErrorCode.BAD_ARGUMENTS, "numbers", 0, 10, 0);
        fails(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "numbers", 1, 2, 3, 4);
    }

    @Test
    void seriesIncludeTheirEnd() {
        assertThat(rows("generate_series", 1, 3)).containsExactly("1", "2", "3");
        assertThat(rows("generateSeries", 0, 10, 3)).containsExactly("0", "3", "6", "9");
        assertThat(rows("generate_series", 3, 1, -1)).containsExactly("3", "2", "1");
        assertThat(rows("generate_series", 5, 1)).isEmpty();
        assertThat(rows("generate_series", 5, 5)).containsExactly("5");
        fails(ErrorCode.BAD_ARGUMENTS, "generate_series", 1, 10, 0);
        fails(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "generate_series", 1);
    }

    @Test
    void valuesTakeTheStructureOrFindOne() {
        assertThat(rows("values", "a UInt8, b String", List.of(1, "x"), List.of(2, "y")))
                .containsExactly("1\tx", "2\ty");
        assertThat(rows("values", List.of((byte) 1, "x"), List.of(-2, "y"))).containsExactly("1\tx", "-2\ty");
        assertThat(table("values", List.of(1, "x")).definition().storedHeader().names())
                .containsExactly("c1", "c2");
        assertThat(rows("values", "a", "b")).containsExactly("a", "b");
        assertThat(rows("values", "d Date, n Nullable(UInt8), s String", List.of("2020-01-02", 5, 6)))
                .containsExactly("2020-01-02\t5\t6");
        assertThat(rows("values", "a UInt8", "5")).containsExactly("5");
        fails(ErrorCode.TYPE_MISMATCH, "values", "a UInt8", "x");
        fails(ErrorCode.ARGUMENT_OUT_OF_BOUND, "values", "a UInt8", 300);
        fails(ErrorCode.BAD_ARGUMENTS, "values", "a UInt8, b String", 1);
        fails(ErrorCode.TYPE_MISMATCH, "values", "a UInt8", List.of(1, 2));
        fails(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "values", List.of(1, 2), List.of(1));
        fails(ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION, "values");
    }

    @Test
    void randomRowsAreTheSameForTheSameSeed() {
        String structure =
                "a UInt8, b Array(String), c Nullable(Date), d Tuple(Int8, Float64), e LowCardinality(String), "
                        + "f Decimal(9, 2), g Map(String, UInt8), h Enum('a' = 1), i FixedString(3), j UUID, k Decimal(30, 3)";
        Table first = table("generateRandom", structure, 42, 5, 3);
        Header header = first.definition().storedHeader();
        List<String> rows = TestTables.rows(first, header, OptionalLong.of(1500));
        assertThat(rows).hasSize(1500);
        assertThat(TestTables.rows(table("generateRandom", structure, 42, 5, 3), header, OptionalLong.of(1500)))
                .isEqualTo(rows);
        fails(ErrorCode.UNKNOWN_TYPE, "generateRandom", "a Nosuch");
        fails(ErrorCode.BAD_ARGUMENTS, "generateRandom", "a UInt8", "x");
    }

    @Test
    void formatReadsItsText() {
        assertThat(rows("format", "CSV", "a UInt8, b String", "1,x\n2,y")).containsExactly("1\tx", "2\ty");
        assertThat(rows("format", "JSONEachRow", "{\"a\": 1, \"b\": \"x\"}")).containsExactly("1\tx");
        assertThat(rows("null", "a UInt8")).isEmpty();
        fails(ErrorCode.UNKNOWN_FORMAT, "format", "Nosuch", "1");
    }

    @Test
    void filesAreReadInWhateverShape() throws IOException {
        Files.writeString(directory.resolve("a.csv"), "1,x\n2,y\n");
        Files.writeString(directory.resolve("b.csv"), "3,z\n");
        Files.createDirectory(directory.resolve("deep"));
        Files.writeString(directory.resolve("deep/c.tsv"), "n\ts\n7\tq\n");
        try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(directory.resolve("d.jsonl.gz")))) {
            zipped.write("{\"n\":1}\n{\"n\":2}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows("file", "a.csv", "CSV", "a UInt8, b String")).containsExactly("1\tx", "2\ty");
        assertThat(rows("file", "a.csv")).containsExactly("1\tx", "2\ty");
        assertThat(rows("file", "?.csv")).hasSize(3);
        assertThat(rows("file", "{a,b}.csv", "CSV", "a UInt8, b String")).hasSize(3);
        assertThat(rows("file", "d*/*.tsv")).containsExactly("7\tq");
        assertThat(rows("file", "d.jsonl.gz")).containsExactly("1", "2");
        assertThat(rows("file", directory.resolve("a.csv").toString(), "CSV", "a UInt8, b String"))
                .hasSize(2);
        assertThat(rows("file", "none*.csv", "CSV", "a UInt8")).isEmpty();
        fails(ErrorCode.FILE_DOESNT_EXIST, "file", "nosuch.csv", "CSV", "a UInt8");
        fails(ErrorCode.NOT_IMPLEMENTED, "file", "a.csv.bz2", "CSV", "a UInt8");
        fails(ErrorCode.UNKNOWN_FORMAT, "file", "a.csv", "Nosuch", "a UInt8");
        fails(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "file");
    }

    @Test
    void nothingOutsideTheDirectoryIsReached() throws IOException {
        Files.createSymbolicLink(directory.resolve("link.csv"), top.resolve("secret.csv"));
        Files.createSymbolicLink(directory.resolve("up"), top);
        String structure = "a UInt8, b String";
        for (String path : List.of(
                "../secret.csv",
                "link.csv",
                "up/secret.csv",
                "up/*.csv",
                "li*.csv",
                "x/../../secret.csv",
                "{../secret,a}.csv",
                top.resolve("secret.csv").toString(),
                "/etc/passwd",
                "u?/secret.csv")) {
            fails(ErrorCode.PATH_ACCESS_DENIED, "file", path, "CSV", structure);
        }
        Table outside = table("file", "../new.csv", "CSV", structure);
        assertThatThrownBy(() -> TestTables.prepared(outside)).isInstanceOf(DbException.class);
        Table linked = table("file", "up/new.csv", "CSV", structure);
        assertThatThrownBy(() -> TestTables.prepared(linked)).isInstanceOf(DbException.class);
        assertThat(top.resolve("new.csv")).doesNotExist();
    }

    @Test
    void insertsAddToTheFileOnceTheyArePublished() {
        Table file = table("file", "out.csv.gz", "auto", "number UInt64");
        Table numbers = table("numbers", 3);
        for (int i = 0; i < 2; i++) {
            var insert = TestTables.prepared(file, first(numbers));
            insert.publish();
        }
        assertThat(TestTables.rows(file)).containsExactly("0", "1", "2", "0", "1", "2");
        TestTables.prepared(file, first(numbers)).discard();
        Table single = table("file", "out.csv.br", "auto", "number UInt64");
        TestTables.insert(single, first(numbers));
        assertThat(TestTables.rows(single)).containsExactly("0", "1", "2");
        assertThatThrownBy(() -> TestTables.insert(single, first(numbers)))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_APPEND_TO_FILE));
        assertThat(directory)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".tmp"));
        Table named = table("file", "out2.csv", "CSVWithNames", "number UInt64");
        TestTables.insert(named, first(numbers));
        assertThatThrownBy(() -> TestTables.prepared(named)).isInstanceOf(DbException.class);
    }

    @Test
    void wildcardsMatchWholeNames() {
        assertThat(Globs.matches("a*b?c", "aXXbYc")).isTrue();
        assertThat(Globs.matches("*", "")).isTrue();
        assertThat(Globs.matches("a*", "b")).isFalse();
        assertThat(Globs.matches("*a*a*a*b", "a".repeat(200))).isFalse();
        assertThat(Globs.alternatives("x{1..3}.{csv,tsv}")).hasSize(6).contains("x2.tsv");
        assertThat(Globs.alternatives("x{08..10}")).containsExactly("x08", "x09", "x10");
    }
}
