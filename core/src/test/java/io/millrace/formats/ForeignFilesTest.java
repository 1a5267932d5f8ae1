package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.infer.SchemaInference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyArrow has written with different encodings, compressions and pages; their rows were recorded from ClickHouse 26.7. */
class ForeignFilesTest {
    private static final byte[] ROWS = FormatRuns.bytes("columnar/rows.tsv");

    private static Header header() {
        String[] lines = new String(ROWS, StandardCharsets.UTF_8).split("\n", 3);
        String[] names = lines[0].split("\t");
        String[] types = lines[1].split("\t");
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            fields.add(new Header.Field(names[i], TypeParser.parse(types[i].replace("\\'", "'"))));
        }
        return new Header(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "plain", "gzip_v2", "lz4_groups", "delta"})
    void parquet(String name) {
        byte[] file = FormatRuns.bytes("columnar/" + name + ".parquet");
        Header found = SchemaInference.infer(Formats.of("Parquet"), ByteSource.of(file), FormatRuns.CONTEXT);
        assertThat(found).isEqualTo(header());
        Block block =
                FormatRuns.read("Parquet", ByteSource.of(file), found, 1000).orElseThrow();
        assertThat(FormatRuns.write("TSVWithNamesAndTypes", block, FormatRuns.CONTEXT))
                .isEqualTo(ROWS);
    }

    /** The parts of a struct that is NULL are not always NULL there. */
    @ParameterizedTest
    @CsvSource({"dictionary.arrow,Arrow", "zstd.arrows,ArrowStream"})
    void arrow(String name, String format) {
        byte[] file = FormatRuns.bytes("columnar/" + name);
        Block block =
                FormatRuns.read(format, ByteSource.of(file), header(), 1000).orElseThrow();
        assertThat(FormatRuns.write("TSVWithNamesAndTypes", block, FormatRuns.CONTEXT))
                .isEqualTo(FormatRuns.bytes("columnar/rows_of_arrow.tsv"));
    }

    @Test
    void onlyWantedColumnsAndOtherTypes() {
        Header wanted = Header.of(
                new Header.Field("i", TypeParser.parse("Int64")),
                new Header.Field("missing", TypeParser.parse("String")),
                new Header.Field("f", TypeParser.parse("String")),
                new Header.Field("ts", TypeParser.parse("DateTime('UTC')")));
        byte[] file = FormatRuns.bytes("columnar/lz4_groups.parquet");
        Block block =
                FormatRuns.read("Parquet", ByteSource.of(file), wanted, 1000).orElseThrow();
        String rows =
                new String(FormatRuns.write("TSV", block.slice(0, 2), FormatRuns.CONTEXT), StandardCharsets.UTF_8);
        assertThat(rows).isEqualTo("0\t\t0\t2023-11-14 22:13:20\n1\t\t0.125\t2023-11-14 22:13:20\n");
    }
}
