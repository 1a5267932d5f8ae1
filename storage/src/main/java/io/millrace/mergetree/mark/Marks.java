package io.millrace.mergetree.mark;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import io.millrace.base.io.ByteSink;
import java.util.Arrays;

/**
 * The marks of one stream: granule i begins at byte {@code inBlock(i)} of the raw content of the compressed block at byte {@code block(i)} of the
 * file. Immutable; threads share it.
 */
public final class Marks {
    private final long[] blocks;
    private final int[] inBlock;

    public Marks(long[] blocks, int[] inBlock) {
        this.blocks = blocks;
        this.inBlock = inBlock;
    }

    /** Number of entries, a final mark included. */
    public int count() {
        return blocks.length;
    }

    public long block(int mark) {
        return blocks[mark];
    }

    public int inBlock(int mark) {
        return inBlock[mark];
    }

    /** Bytes held in memory. */
    public long sizeBytes() {
        return 12L * blocks.length;
    }

    /** What a mark file says: one {@link Marks} per stream, and rows per entry (empty for {@code .mrk}). */
    public record File(Marks[] streams, int[] rows) {}

    /**
     * Reads the raw content of a mark file.
     *
     * @param streams streams per entry: 1 in Wide parts, the number of columns or substreams in Compact ones
     */
    public static File read(byte[] raw, MarkKind kind, int streams) {
        int entryBytes = 16 * streams + (kind.hasRows() ? 8 : 0);
        if (raw.length % entryBytes != 0) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    "A mark file of " + raw.length + " bytes does not hold whole entries of " + entryBytes + " bytes");
        }
        int count = raw.length / entryBytes;
        int[] rows = new int[kind.hasRows() ? count : 0];
        long[][] blocks = new long[streams][count];
        int[][] inBlock = new int[streams][count];
        int at = 0;
        for (int entry = 0; entry < count; entry++) {
            for (int stream = 0; stream < streams; stream++) {
                blocks[stream][entry] = LittleEndian.getLong(raw, at);
                inBlock[stream][entry] = checkedInt(LittleEndian.getLong(raw, at + 8));
                at += 16;
            }
            if (kind.hasRows()) {
                rows[entry] = checkedInt(LittleEndian.getLong(raw, at));
                at += 8;
            }
        }
        Marks[] result = new Marks[streams];
        for (int stream = 0; stream < streams; stream++) {
            result[stream] = new Marks(blocks[stream], inBlock[stream]);
        }
        return new File(result, rows);
    }

    private static int checkedInt(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "A mark holds the impossible number " + value);
        }
        return (int) value;
    }

    /** Writes the entries of several streams beside each other; {@code rows} is the entry's row count, 0 for a final mark. */
    public static void write(Marks[] streams, int[] rows, ByteSink out) {
        for (int entry = 0; entry < rows.length; entry++) {
            for (Marks stream : streams) {
                out.putLong(stream.blocks[entry]);
                out.putLong(stream.inBlock[entry]);
            }
            out.putLong(rows[entry]);
        }
    }

    /** Collects the marks of a stream that is being written. Not thread-safe. */
    public static final class Builder {
        private long[] blocks = new long[16];
        private int[] inBlock = new int[16];
        private int count;

        public void add(long block, int offsetInBlock) {
            if (count == blocks.length) {
                blocks = Arrays.copyOf(blocks, count * 2);
                inBlock = Arrays.copyOf(inBlock, count * 2);
            }
            blocks[count] = block;
            inBlock[count++] = offsetInBlock;
        }

        public Marks build() {
            return new Marks(Arrays.copyOf(blocks, count), Arrays.copyOf(inBlock, count));
        }
    }
}
