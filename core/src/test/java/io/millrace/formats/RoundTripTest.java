package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a format writes it reads again, wherever the input is cut. */
class RoundTripTest {
    private static final int ROWS = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TSV",
                "TSVWithNames",
                "TSVWithNamesAndTypes",
                "CSV",
                "CSVWithNames",
                "CSVWithNamesAndTypes",
                "Values",
                "JSONEachRow",
                "RowBinary",
                "RowBinaryWithNames",
                "RowBinaryWithNamesAndTypes",
                "Native",
                "TSKV",
                "CustomSeparated",
                "CustomSeparatedWithNames",
                "CustomSeparatedWithNamesAndTypes",
                "JSON",
                "JSONCompact",
                "JSONCompactEachRow",
                "JSONCompactEachRowWithNames",
                "JSONCompactEachRowWithNamesAndTypes",
                "JSONStringsEachRow",
                "JSONCompactStringsEachRow",
                "JSONCompactStringsEachRowWithNames",
                "JSONCompactStringsEachRowWithNamesAndTypes",
                "JSONColumns",
                "JSONCompactColumns",
                "JSONColumnsWithMetadata",
                "JSONObjectEachRow",
                "Arrow",
                "ArrowStream"
            })
    void everyTypeComesBack(String format) {
        comesBack(format, RandomBlocks.TYPES);
    }

    @Test
    void everyTypeOfParquetComesBack() {
        comesBack("Parquet", RandomBlocks.withoutIntervals());
    }

    private static void comesBack(String format, List<String> types) {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        Header header = FormatRuns.header(types);
        Block block = new RandomBlocks(random).block(header, ROWS);
        byte[] bytes = FormatRuns.write(format, block, FormatRuns.CONTEXT);
        check(block, FormatRuns.read(format, ByteSource.of(bytes), header, 7), "seed " + seed);
        for (int atMost : new int[] {1, 50, 4000}) {
            ByteSource dripping = ByteSource.of(FormatRuns.dripping(bytes, random, atMost));
            check(block, FormatRuns.read(format, dripping, header, 1000), "seed " + seed + " dripping " + atMost);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TSV", "CSV", "JSONEachRow", "TSKV", "JSONCompactEachRow"})
    void piecesCutAtRowEndsMakeTheWhole(String format) {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        Header header = FormatRuns.header(List.of("UInt32", "String", "Array(String)"));
        Block block = new RandomBlocks(random).block(header, 500);
        byte[] bytes = FormatRuns.write(format, block, FormatRuns.CONTEXT);
        Splitter splitter = Formats.of(format).splitter(FormatRuns.CONTEXT).orElseThrow();
        int from = 0;
        int rows = 0;
        int window = 100;
        while (from < bytes.length) {
            int end = splitter.lastRowEnd(bytes, from, Math.min(bytes.length, from + window));
            if (end == from) {
                window *= 2;
                continue;
            }
            Block piece = FormatRuns.read(format, ByteSource.of(bytes, from, end), header, 1000)
                    .orElseThrow();
            check(block.slice(rows, rows + piece.rows()), Optional.of(piece), "seed " + seed);
            rows += piece.rows();
            from = end;
            window = 1 + random.nextInt(3000);
        }
        assertThat(rows).isEqualTo(500);
    }

    private static void check(Block expected, Optional<Block> read, String why) {
        assertThat(read).as(why).isPresent();
        for (String form : List.of("TSV", "RowBinary")) {
            assertThat(FormatRuns.write(form, read.get(), FormatRuns.CONTEXT))
                    .as(why)
                    .isEqualTo(FormatRuns.write(form, expected, FormatRuns.CONTEXT));
        }
    }
}
