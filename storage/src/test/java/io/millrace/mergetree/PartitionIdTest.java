package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.mergetree.part.KeyColumns;
import io.millrace.mergetree.partition.PartitionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Partition ids are those that a real engine gave to the same values. */
final class PartitionIdTest {
    @Test
    void agreesWithRecordedIds() throws IOException {
        int compared = 0;
        for (String line : lines()) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("#") || !fields[1].equals("k")) {
                continue;
            }
            DataType type;
            try {
                type = TypeParser.parse(fields[0]);
            } catch (DbException e) {
                // a type that is not there yet
                continue;
            }
            DataType stored = Types.withoutLowCardinality(type);
            byte[] bytes = HexFormat.of().parseHex(fields[4]);
            List<Column> values = KeyColumns.read(List.of(stored), 1, ByteSource.of(bytes));
            assertThat(PartitionId.of(List.of(type), values, 0)).as(line).isEqualTo(fields[3]);
            ByteSink again = new ByteSink();
            KeyColumns.write(List.of(stored), values, 0, again);
            assertThat(again.toByteArray()).as(line).isEqualTo(bytes);
            compared++;
        }
        assertThat(compared).isGreaterThan(25);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = PartitionIdTest.class.getResourceAsStream("/mergetree/partition_ids.tsv")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }
}
