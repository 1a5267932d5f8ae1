package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.Settings;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.TypeParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results recorded from ClickHouse 26.7, byte for byte. */
class RecordedFormatsTest {
    private static Header header() throws IOException {
        List<Header.Field> fields = new ArrayList<>();
        for (String line : Files.readAllLines(FormatRuns.resource("golden/header.tsv"))) {
            String[] parts = line.split("\t");
            fields.add(new Header.Field(parts[0], TypeParser.parse(parts[1])));
        }
        return new Header(fields);
    }

    private static Block recorded() throws IOException {
        return FormatRuns.read("Native", ByteSource.of(FormatRuns.bytes("golden/Native.bin")), header(), 1000)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TSV",
                "TSVWithNamesAndTypes",
                "TSVRaw",
                "CSV",
                "CSVWithNames",
                "Values",
                "JSON",
                "JSONCompact",
                "JSONEachRow",
                "RowBinary",
                "RowBinaryWithNamesAndTypes",
                "Native",
                "Vertical",
                "TSKV",
                "CustomSeparated",
                "CustomSeparatedWithNames",
                "CustomSeparatedWithNamesAndTypes",
                "JSONStrings",
                "JSONCompactStrings",
                "JSONCompactEachRow",
                "JSONCompactEachRowWithNames",
                "JSONCompactEachRowWithNamesAndTypes",
                "JSONCompactStringsEachRow",
                "JSONCompactStringsEachRowWithNames",
                "JSONCompactStringsEachRowWithNamesAndTypes",
                "JSONStringsEachRow",
                "JSONColumns",
                "JSONCompactColumns",
                "JSONColumnsWithMetadata",
                "JSONObjectEachRow",
                "XML",
                "Markdown",
                "LineAsString",
                "LineAsStringWithNames",
                "LineAsStringWithNamesAndTypes",
                "SQLInsert",
                "PrettyJSONEachRow"
            })
    void writes(String format) throws IOException {
        byte[] written = FormatRuns.write(format, recorded(), FormatRuns.CONTEXT);
        byte[] expected = FormatRuns.bytes("golden/" + format + ".bin");
        assertThat(text(written)).isEqualTo(text(expected));
        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TSV",
                "TSVWithNamesAndTypes",
                "CSV",
                "CSVWithNames",
                "Values",
                "RowBinary",
                "RowBinaryWithNamesAndTypes",
                "TSKV",
                "CustomSeparated",
                "CustomSeparatedWithNames",
                "CustomSeparatedWithNamesAndTypes"
            })
    void reads(String format) throws IOException {
        Block block = FormatRuns.read(
                        format, ByteSource.of(FormatRuns.bytes("golden/" + format + ".bin")), header(), 1000)
                .orElseThrow();
        assertThat(text(FormatRuns.write("TSV", block, FormatRuns.CONTEXT)))
                .isEqualTo(text(FormatRuns.bytes("golden/TSV.bin")));
    }

    static Stream<String> prettyCases() throws IOException {
        return Files.readAllLines(FormatRuns.resource("pretty/cases.tsv")).stream();
    }

    @ParameterizedTest
    @MethodSource("prettyCases")
    void pretty(String line) {
        String[] parts = line.split("\t", -1);
        Settings settings = Settings.defaults();
        for (String change : parts[2].split(",")) {
            String[] pair = change.strip().split("=");
            for (Setting<?> setting : FormatSettings.all()) {
                settings =
                        setting.name().equals(pair[0]) ? with(settings, setting, pair[1].replace("'", "")) : settings;
            }
        }
        byte[] table = FormatRuns.bytes("pretty/" + parts[0] + ".tsv");
        String[] lines = text(table).split("\n");
        List<Header.Field> fields = new ArrayList<>();
        String[] types = lines[1].split("\t");
        String[] names = lines[0].split("\t");
        for (int i = 0; i < types.length; i++) {
            fields.add(new Header.Field(names[i], TypeParser.parse(types[i])));
        }
        Header header = new Header(fields);
        Block block = FormatRuns.read("TSVWithNamesAndTypes", ByteSource.of(table), header, 10_000)
                .orElseThrow();
        String written = text(FormatRuns.write(parts[1], block, FormatRuns.context(settings)));
        assertThat(written).isEqualTo(text(FormatRuns.bytes("pretty/" + parts[0] + ".txt")));
    }

    private static <T> Settings with(Settings settings, Setting<T> setting, String value) {
        return settings.with(setting, setting.parse(value));
    }

    @Test
    void totalsAndExtremes() {
        Header header = FormatRuns.header(List.of("UInt8", "UInt64"));
        assertThat(withTotals("TSV", header)).isEqualTo("0\t2\n1\t2\n\n0\t4\n\n0\t2\n1\t2\n");
        assertThat(withTotals("JSONCompact", header))
                .contains(
                        "\t\t[0, 2],\n\t\t[1, 2]\n\t],\n\n\t\"totals\": [0, 4],\n\n\t\"extremes\":\n\t{\n\t\t\"min\": [0, 2],\n"
                                + "\t\t\"max\": [1, 2]\n\t},\n\n\t\"rows\": 2\n}\n");
        assertThat(withTotals("PrettyCompact", header)).contains("\nTotals:\n", "\nExtremes:\n");
        assertThat(withTotals("Vertical", header))
                .contains("\n\n\nTotals:\n───────\n", "\nMin:\n────\n", "\nMax:\n────\n");
    }

    private static String withTotals(String format, Header header) {
        ByteSink sink = new ByteSink();
        BlockWriter writer = Formats.of(format).writer(FormatOutput.of(sink), header, FormatRuns.CONTEXT);
        writer.write(block(header, "0\t2\n1\t2\n"));
        writer.writeTotals(block(header, "0\t4\n"));
        writer.writeExtremes(block(header, "0\t2\n1\t2\n"));
        writer.finish(ResultStatistics.NONE);
        return sink.toString();
    }

    private static Block block(Header header, String tsv) {
        return FormatRuns.read("TSV", source(tsv), header, 1000).orElseThrow();
    }

    @Test
    void errorsTellRowAndColumn() {
        Header header = new Header(List.of(
                new Header.Field("a", TypeParser.parse("Int8")), new Header.Field("b", TypeParser.parse("String"))));
        assertThatThrownBy(() -> FormatRuns.read("TSV", source("1\ta\n2x\ta\n"), header, 1000))
                .isInstanceOf(DbException.class)
                .hasMessageStartingWith(
                        "Cannot parse input: expected '\\t' before: 'x\\ta\\n': (at row 2)\n: \nRow 2:\nColumn 0,   name: a, type: Int8")
                .extracting(e -> ((DbException) e).code())
                .isEqualTo(ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED);
        assertThatThrownBy(() -> FormatRuns.read("JSONEachRow", source("{\"a\":1}{\"a\":1.5}"), header, 1000))
                .hasMessageStartingWith("Cannot parse input: expected ',' before: '.5}");
        assertThatThrownBy(() -> FormatRuns.read("TSV", source("1\ta\r\n"), header, 1000))
                .extracting(e -> ((DbException) e).code())
                .isEqualTo(ErrorCode.INCORRECT_DATA);
        assertThatThrownBy(() -> FormatRuns.read("Null", source(""), header, 1000))
                .hasMessage("Format Null is not suitable for input");
    }

    @Test
    void namesInAnyOrderAndMissingValues() {
        Header header = FormatRuns.header(List.of("Int8", "String", "Nullable(Int32)"));
        Block named = FormatRuns.read("TSVWithNames", source("zz\tc1\tc0\nq\tx\t5\n"), header, 1000)
                .orElseThrow();
        assertThat(text(FormatRuns.write("TSV", named, FormatRuns.CONTEXT))).isEqualTo("5\tx\t\\N\n");
        Block detected = FormatRuns.read("CSV", source("c1,c0,c2\n\"y\",6,7\n"), header, 1000)
                .orElseThrow();
        assertThat(text(FormatRuns.write("TSV", detected, FormatRuns.CONTEXT))).isEqualTo("6\ty\t7\n");
        Block json = FormatRuns.read(
                        "JSONEachRow",
                        source("[{\"c1\":[1, {\"x\":2}],\"q\":{\"a\":[]}} , {\"c0\":\"7\",\"c2\":null}]"),
                        header,
                        1000)
                .orElseThrow();
        assertThat(text(FormatRuns.write("TSV", json, FormatRuns.CONTEXT)))
                .isEqualTo("0\t[1, {\"x\":2}]\t\\N\n7\t\t\\N\n");
    }

    @Test
    void tellsWhichValuesItMadeUp() {
        Header header = FormatRuns.header(List.of("Int8", "String"));
        FormatContext context = new FormatContext(
                FormatRuns.CONTEXT.settings(),
                FormatRuns.CONTEXT.states(),
                ExpressionEvaluator.NONE,
                SchemaFiles.NONE,
                true,
                false);
        BlockReader reader = Formats.of("JSONEachRow")
                .reader(source("{\"c1\":\"x\"}{\"c0\":1}{\"c0\":2,\"c1\":\"\"}"), header, context);
        assertThat(reader.read(1000, 1 << 20)).isPresent();
        DefaultedCells cells = reader.defaulted();
        assertThat(List.of(
                        cells.get(0, 0),
                        cells.get(1, 0),
                        cells.get(0, 1),
                        cells.get(1, 1),
                        cells.get(0, 2),
                        cells.get(1, 2)))
                .containsExactly(true, false, false, true, false, false);
    }

    @Test
    void expressionsInValues() {
        Header header = FormatRuns.header(List.of("String", "Int8"));
        ExpressionEvaluator upper = (bytes, from, to, type) -> {
            int end = from;
            while (end < to && bytes[end] != ')') {
                end++;
            }
            return new ExpressionEvaluator.Value(StringColumn.of("UPPER"), end + 1);
        };
        FormatContext context = new FormatContext(
                FormatRuns.CONTEXT.settings(), FormatRuns.CONTEXT.states(), upper, SchemaFiles.NONE, false, false);
        BlockReader reader = Formats.of("Values").reader(source(" ('it''s', 1) , (upper('z'),2);"), header, context);
        Block block = reader.read(1000, 1 << 20).orElseThrow();
        assertThat(text(FormatRuns.write("TSV", block, FormatRuns.CONTEXT))).isEqualTo("it\\'s\t1\nUPPER\t2\n");
    }

    private static ByteSource source(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
