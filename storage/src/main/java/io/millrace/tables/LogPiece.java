package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.ReadFile;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.frame.CompressedFrameReader;
import io.millrace.compression.frame.CompressedFrameWriter;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One block in the file of a Log table: where its compressed bytes are, and how they are made and read. Immutable.
 *
 * <p>Raw, a piece is a varint of columns, and for each of them its name, the number of its bytes (eight) and those bytes as the Native format has
 * them. Compressed, it is a row of LZ4 frames with checksums.
 *
 * @param offset position of the first frame in the file
 * @param bytes of all its frames
 */
record LogPiece(long offset, int bytes, int rows) {
    private static final int FRAME_BYTES = 1 << 20;
    private static final int MAX_COLUMNS = 1_000_000;

    LogPiece movedTo(long newOffset) {
        return new LogPiece(newOffset, bytes, rows);
    }

    /** Appends the frames of a block. */
    static void write(Block block, ByteSink out) {
        ByteSink raw = new ByteSink((int) Math.min(block.sizeBytes() + 1024, 1 << 28));
        raw.putVarint(block.header().width());
        for (int i = 0; i < block.header().width(); i++) {
            raw.putString(block.header().name(i));
            ByteSink column = new ByteSink();
            Serialization serialization = Serialization.of(block.header().type(i), StateFormats.NONE);
            serialization.writePrefix(column);
            serialization.writeBulk(block.column(i), 0, block.rows(), column);
            raw.putLong(column.size());
            raw.put(column.array(), 0, column.size());
        }
        CompressedFrameWriter frames = new CompressedFrameWriter();
        for (int from = 0; from < raw.size(); from += FRAME_BYTES) {
            frames.writeBlock(raw.array(), from, Math.min(FRAME_BYTES, raw.size() - from), Codecs.LZ4, out);
        }
    }

    /** Reads the wanted columns. */
    Block read(ReadFile file, Header wanted) {
        ByteSink raw = decompressed(file);
        ByteSource in = ByteSource.of(raw.array(), 0, raw.size());
        int count = in.getSize(MAX_COLUMNS);
        Map<String, Integer> starts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.getString();
            int size = in.getSizeOfLong(Integer.MAX_VALUE);
            in.require(size);
            starts.put(name, in.position());
            in.seek(in.position() + size);
        }
        List<Column> columns = new ArrayList<>(wanted.width());
        for (Header.Field field : wanted.fields()) {
            Integer start = starts.get(field.name());
            if (start == null) {
                throw new DbException(
                        ErrorCode.CORRUPTED_DATA, "There is no column " + field.name() + " in a piece of a Log table");
            }
            in.seek(start);
            Serialization serialization = Serialization.of(field.type(), StateFormats.NONE);
            ColumnBuilder builder = ColumnBuilder.of(field.type(), rows);
            serialization.readPrefix(in);
            serialization.readBulk(in, rows, builder);
            columns.add(builder.build());
        }
        return new Block(wanted, columns, rows);
    }

    /** Fails with the codes of {@link CompressedFrameReader} if a frame is damaged or missing. */
    void verify(ReadFile file) {
        decompressed(file);
    }

    private ByteSink decompressed(ReadFile file) {
        byte[] compressed = new byte[bytes];
        if (file.read(offset, compressed, 0, bytes) < bytes) {
            throw new DbException(ErrorCode.CANNOT_READ_ALL_DATA, "A Log table's file ends inside of a piece");
        }
        CompressedFrameReader frames = CompressedFrameReader.of(compressed, FrameLimits.DEFAULT);
        ByteSink raw = new ByteSink(FRAME_BYTES);
        while (frames.next()) {
            raw.put(frames.raw(), 0, frames.rawSize());
        }
        return raw;
    }
}
