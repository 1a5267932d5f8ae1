package io.millrace.pipeline.operator.aggregate;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.run.LongArrays;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one radix partition as one driver has them: rows that wait in a buffer, and a table of those that were aggregated already. Tables are small enough
 * for the L2 cache, which is the point.
 */
final class Partition {
    /** Rows of one chunk: large enough for long loops, small enough that 256 of them begun are no burden. */
    private static final int CHUNK_ROWS = LongArrays.LENGTH;

    /** Bytes per string for which room is made before they come. */
    private static final long MOST_EXPECTED_BYTES = 128;

    /** Waiting rows. */
    private record Chunk(KeyBatch keys, Column[] arguments) {}

    private final Grouping grouping;
    private final LongArrays arrays;
    private final boolean isBytes;
    private long[][] words;
    private StringColumn.@Nullable Builder bytes;
    /** What the next chunk of strings will need, as the last one tells: an arena that grows is copied. */
    private long chunkBytes = CHUNK_ROWS * 16L;

    private long[] hashes = new long[0];
    private ColumnBuilder @Nullable [] arguments;
    private int rows;
    private final List<Chunk> full = new ArrayList<>();
    private @Nullable GroupTable table;

    Partition(Grouping grouping, LongArrays arrays) {
        this.arrays = arrays;
        this.grouping = grouping;
        int wordCount = grouping.encoder().wordCount();
        this.isBytes = wordCount == 0;
        this.words = new long[wordCount][0];
    }

    /** Makes room for the words of {@code count} more rows and returns where the first one goes. */
    int room(int count) {
        sealIfFull(count);
        int capacity = words[0].length;
        if (rows + count > capacity) {
            // only an empty chunk has to grow: one that is begun has room or has been sealed
            for (int w = 0; w < words.length; w++) {
                words[w] = count <= CHUNK_ROWS ? arrays.lease() : new long[count];
            }
        }
        return rows;
    }

    /** Ends the chunk that is being filled when {@code count} more rows are too many for it. */
    private void sealIfFull(int count) {
        if (rows > 0 && rows + count > CHUNK_ROWS) {
            full.add(seal());
        }
    }

    private Chunk seal() {
        KeyBatch batch = new KeyBatch();
        batch.words = words;
        batch.rows = rows;
        batch.hashes = hashes;
        if (bytes != null) {
            batch.bytes = bytes.build();
            long mean = batch.bytes.offsets()[rows] / rows;
            chunkBytes = CHUNK_ROWS * Math.min(mean * 9 / 8 + 1, MOST_EXPECTED_BYTES);
        }
        Column[] values = new Column[0];
        if (arguments != null) {
            values = Arrays.stream(arguments).map(ColumnBuilder::build).toArray(Column[]::new);
        }
        bytes = null;
        arguments = null;
        words = new long[words.length][0];
        hashes = new long[0];
        rows = 0;
        return new Chunk(batch, values);
    }

    /** The array for word {@code w} of waiting keys, to write at {@link #room}. */
    long[] words(int w) {
        return words[w];
    }

    /** Takes a range of rows whose keys, if they are words, have been written already. */
    void append(KeyBatch source, Column[] values, int from, int to) {
        int count = to - from;
        if (isBytes) {
            sealIfFull(count);
            if (rows + count > hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.max(rows + count, CHUNK_ROWS));
            }
            System.arraycopy(source.hashes, from, hashes, rows, count);
            if (bytes == null) {
                bytes = new StringColumn.Builder(CHUNK_ROWS, chunkBytes);
            }
            bytes.appendRange(source.bytes, from, to);
        }
        if (arguments == null) {
            arguments = new ColumnBuilder[values.length];
            for (int a = 0; a < values.length; a++) {
                arguments[a] = values[a].newBuilder(CHUNK_ROWS);
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
        if (rows > 0) {
            full.add(seal());
        }
        for (Chunk chunk : full) {
            KeyBatch keys = chunk.keys();
            if (!isBytes) {
                keys.hashes = new long[keys.rows];
                KeyEncoder.hashWords(keys);
            }
            target.add(keys, grouping.byCall(chunk.arguments()), new int[keys.rows]);
            for (long[] word : keys.words) {
                arrays.giveBack(word);
            }
        }
        full.clear();
    }

    /** Takes the table away, for spilling. */
    void dropTable() {
        table = null;
    }

    static int of(long hash) {
        return (int) (hash >>> 56);
    }
}
