package io.millrace.mergetree.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Defaults are counted as they are found. */
class DefaultValuesTest {
    private static final int ROWS = 1000;
    /** The numbers whose signs are easily got wrong, and zero. */
    private static final long[] VALUES = {
        0, 0, 0, 1, -1, Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, 256, 65_536, 1L << 32
    };

    @Test
    void countedAsFound() {
        Random random = new Random(1);
        byte[] bytes = new byte[ROWS];
        short[] shorts = new short[ROWS];
        int[] ints = new int[ROWS];
        long[] longs = new long[ROWS];
        StringColumn.Builder strings = new StringColumn.Builder(ROWS);
        for (int i = 0; i < ROWS; i++) {
            long value = VALUES[random.nextInt(VALUES.length)];
            bytes[i] = (byte) value;
            shorts[i] = (short) value;
            ints[i] = (int) value;
            longs[i] = value;
            strings.append(value == 0 ? "" : "text");
        }
        List<Column> columns = List.of(
                new ByteColumn(bytes, ROWS),
                new ShortColumn(shorts, ROWS),
                new IntColumn(ints, ROWS),
                new LongColumn(longs, ROWS),
                strings.build());
        for (Column column : columns) {
            for (int from : new int[] {0, 1, 7, 500}) {
                int found = DefaultValues.others(column, from, ROWS, new int[ROWS]);
                assertThat(DefaultValues.count(column, from, ROWS))
                        .as(column.getClass().getSimpleName())
                        .isEqualTo(ROWS - from - found);
            }
        }
        assertThat(DefaultValues.count(new LongColumn(longs, ROWS), 0, ROWS))
                .isEqualTo(java.util.Arrays.stream(longs).filter(v -> v == 0).count());
    }
}
