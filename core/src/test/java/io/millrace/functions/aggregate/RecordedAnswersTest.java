package io.millrace.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.expressions.aggregate.GroupedState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Types and values over many rows against answers recorded from ClickHouse 26.7. */
class RecordedAnswersTest {
    private static final int BLOCK = 65_409;

    @Test
    void answersAreClickHouses() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<Integer, AggregateFixture> tables = new TreeMap<>();
        for (String[] line : lines()) {
            int rows = Integer.parseInt(line[0]);
            AggregateFixture table = tables.computeIfAbsent(rows, RecordedAnswersTest::table);
            try {
                AggregateFixture.Call call = table.call(line[1]);
                GroupedState state = call.bound().newState();
                state.resize(1);
                for (int from = 0; from < rows; from += BLOCK) {
                    state.addRange(0, call.arguments(), from, Math.min(rows, from + BLOCK));
                }
                String type = call.bound().type().name();
                String value = AggregateFixture.text(call.bound().type(), state.result(0, 1), 0);
                if (!type.equals(line[2]) || !value.equals(line[3])) {
                    wrong.add(
                            rows + " " + line[1] + ": " + type + " " + value + ", recorded " + line[2] + " " + line[3]);
                }
            } catch (DbException | ClassCastException e) {
                wrong.add(line[1] + ": " + e);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String[]> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedAnswersTest.class.getResourceAsStream("recorded.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static AggregateFixture table(int rows) {
        long[] number = new long[rows];
        Arrays.setAll(number, i -> i);
        int[] shifted = new int[rows];
        Arrays.setAll(shifted, i -> i - 100_000);
        float[] float32 = new float[rows];
        short[] date = new short[rows];
        int[] date32 = new int[rows];
        StringColumn.Builder text = new StringColumn.Builder(rows);
        for (int i = 0; i < rows; i++) {
            float32[i] = i;
            date[i] = (short) (18262 + i);
            date32[i] = -3653 + i;
            text.append(Integer.toString(i));
        }
        double[] third = new double[rows];
        Arrays.setAll(third, i -> (double) (float) i / 3);
        double[] squared = new double[rows];
        Arrays.setAll(squared, i -> third[i] * third[i]);
        double[] tenth = new double[rows];
        Arrays.fill(tenth, 0.1);
        long[] decimal = new long[rows];
        Arrays.setAll(decimal, i -> 100L * i);
        long[] mod = new long[rows];
        Arrays.setAll(mod, i -> i % 30_000);
        Column ones = new io.millrace.data.column.ByteColumn(bytes(rows), rows);
        return new AggregateFixture(rows)
                .with("number", "UInt64", new LongColumn(number, rows))
                .with("shifted", "Int32", new IntColumn(shifted, rows))
                .with("float32", "Float32", new FloatColumn(float32, rows))
                .with("date", "Date", new ShortColumn(date, rows))
                .with("date32", "Date32", new IntColumn(date32, rows))
                .with("text", "String", text.build())
                .with("third", "Float64", new DoubleColumn(third, rows))
                .with("thirdSquared", "Float64", new DoubleColumn(squared, rows))
                .with("tenth", "Float64", new DoubleColumn(tenth, rows))
                .with("decimal", "Decimal(18, 2)", new LongColumn(decimal, rows))
                .with("mod30000", "UInt64", new LongColumn(mod, rows))
                .with("one", "UInt8", ones);
    }

    private static byte[] bytes(int rows) {
        byte[] ones = new byte[rows];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }
}
