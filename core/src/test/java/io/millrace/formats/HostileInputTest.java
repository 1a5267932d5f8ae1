package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken input ends in an error or in rows, never in anything else. */
class HostileInputTest {
    private static final int MUTATIONS = 400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TSV",
                "TSVWithNamesAndTypes",
                "TSVRaw",
                "CSV",
                "CSVWithNames",
                "Values",
                "JSONEachRow",
                "RowBinary",
                "RowBinaryWithNamesAndTypes",
                "Native",
                "TSKV",
                "CustomSeparatedWithNames",
                "JSON",
                "JSONCompact",
                "JSONCompactEachRowWithNamesAndTypes",
                "JSONStringsEachRow",
                "JSONColumns",
                "JSONColumnsWithMetadata",
                "JSONObjectEachRow",
                "Arrow",
                "ArrowStream"
            })
    void mutatedBytes(String format) {
        mutate(format, RandomBlocks.TYPES);
    }

    @Test
    void mutatedParquet() {
        mutate("Parquet", RandomBlocks.withoutIntervals());
    }

    private static void mutate(String format, List<String> types) {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        Header header = FormatRuns.header(types);
        byte[] valid = FormatRuns.write(format, new RandomBlocks(random).block(header, 4), FormatRuns.CONTEXT);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] broken = mutated(valid, random);
            try {
                FormatRuns.read(format, ByteSource.of(FormatRuns.dripping(broken, random, 500)), header, 1000);
            } catch (DbException e) {
                assertThat(e.code())
                        .as("seed %d, mutation %d: %s", seed, i, e.getMessage())
                        .isNotEqualTo(ErrorCode.LOGICAL_ERROR);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + ", mutation " + i, e);
            }
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 2 -> bytes[at] = (byte) "\t\n\\'\",()[]{}:0-9N".charAt(random.nextInt(17));
                default -> {
                    int length = Math.min(random.nextInt(20), bytes.length - at);
                    System.arraycopy(valid, random.nextInt(valid.length - length), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
