package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers of every length in text formats: values that do not fit wrap, other texts are refused. */
class WholeNumbersTest {
    @ParameterizedTest
    @CsvSource({"TSV, Int64", "TSV, UInt64", "JSONEachRow, Int64", "JSONEachRow, UInt64", "CSV, Int64"})
    void everyLengthIsRead(String format, String type) {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        List<String> numbers = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder digits = new StringBuilder(random.nextInt(4) == 0 && !type.startsWith("U") ? "-" : "");
            int length = 1 + random.nextInt(27);
            for (int d = 0; d < length; d++) {
                digits.append((char) ('0' + (random.nextInt(5) == 0 ? 9 : random.nextInt(10))));
            }
            numbers.add(digits.toString());
            text.append(line(format, digits.toString()));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        Header header = FormatRuns.header(List.of(type));
        Block block =
                FormatRuns.read(format, ByteSource.of(bytes), header, 10_000).orElseThrow();
        assertThat(block.rows()).isEqualTo(numbers.size());
        LongColumn values = (LongColumn) block.column(0);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(values.values()[i])
                    .as("seed " + seed + ": " + numbers.get(i))
                    .isEqualTo(new BigInteger(numbers.get(i)).longValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"TSV", "JSONEachRow"})
    void otherTextsAreRefused(String format) {
        Header header = FormatRuns.header(List.of("Int32"));
        for (String wrong : List.of("1x", "--1", "-", "12345678x", "1234567812345678:", "1/", "/1", "1e", "0x10")) {
            String padded = line(format, wrong) + line(format, "1").repeat(20);
            byte[] bytes = padded.getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> FormatRuns.read(format, ByteSource.of(bytes), header, 100))
                    .as(wrong)
                    .isInstanceOf(DbException.class);
        }
    }

    private static String line(String format, String value) {
        return format.startsWith("JSON") ? "{\"c0\":" + value + "}\n" : value + "\n";
    }
}
