package io.millrace.pipeline.operator.aggregate;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one radix partition as one driver has them: rows that wait in a buffer, and a table of those that were aggregated already. Tables are small enough
 * for the L2 cache, which is the point.
 */
final class Partition {
    private static final int LEAST_ROWS = 1024;

    private final Grouping grouping;
    private final boolean isBytes;
    private long[][] words;
    private StringColumn.@Nullable Builder bytes;
    private long[] hashes = new long[0];
    private ColumnBuilder @Nullable [] arguments;
    private int rows;
    private @Nullable GroupTable table;

    Partition(Grouping grouping) {
        this.grouping = grouping;
        int wordCount = grouping.encoder().wordCount();
        this.isBytes = wordCount == 0;
        this.words = new long[wordCount][0];
    }

    /** Makes room for the words of {@code count} more rows and returns where the first one goes. */
    int room(int count) {
        int capacity = words[0].length;
        if (rows + count > capacity) {
            int grown = Math.max(rows + count, Math.max(LEAST_ROWS, capacity * 2));
            for (int w = 0; w < words.length; w++) {
                words[w] = Arrays.copyOf(words[w], grown);
            }
        }
        return rows;
    }

    /** The array for word {@code w} of waiting keys, to write at {@link #room}. */
    long[] words(int w) {
        return words[w];
    }

    /** Takes a range of rows whose keys, if they are words, have been written already. */
    void append(KeyBatch source, Column[] values, int from, int to) {
        int count = to - from;
        if (isBytes) {
            if (rows + count > hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.max(rows + count, Math.max(LEAST_ROWS, hashes.length * 2)));
            }
            System.arraycopy(source.hashes, from, hashes, rows, count);
            if (bytes == null) {
                bytes = new StringColumn.Builder(LEAST_ROWS);
            }
            bytes.appendRange(source.bytes, from, to);
        }
        if (arguments == null) {
            arguments = new ColumnBuilder[values.length];
            for (int a = 0; a < values.length; a++) {
                arguments[a] = values[a].newBuilder(LEAST_ROWS);
            }
        }
        for (int a = 0; a < values.length; a++) {
            arguments[a].appendRange(values[a], from, to);
        }
        rows += count;
    }

    boolean hasTable() {
        return table != null;
    }

    GroupTable table(Reservation memory) {
        if (table == null) {
            table = grouping.newTable(memory);
        }
        return table;
    }

    /** Aggregates the waiting rows into {@code target}. */
    void drainInto(GroupTable target) {
        if (rows == 0) {
            return;
        }
        KeyBatch batch = new KeyBatch();
        batch.words = words;
        batch.rows = rows;
        if (bytes != null) {
            batch.hashes = hashes;
            batch.bytes = bytes.build();
        } else {
            batch.hashes = new long[rows];
            KeyEncoder.hashWords(batch);
        }
        Column[] values = new Column[0];
        if (arguments != null) {
            values = Arrays.stream(arguments).map(ColumnBuilder::build).toArray(Column[]::new);
        }
        target.add(batch, grouping.byCall(values), new int[rows]);
        bytes = null;
        arguments = null;
        words = new long[words.length][0];
        hashes = new long[0];
        rows = 0;
    }

    /** Takes the table away, for spilling. */
    void dropTable() {
        table = null;
    }

    static int of(long hash) {
        return (int) (hash >>> 56);
    }

}
