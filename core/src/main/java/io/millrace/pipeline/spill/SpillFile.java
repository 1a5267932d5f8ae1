package io.millrace.pipeline.spill;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.frame.CompressedFrameWriter;
import io.millrace.compression.frame.CompressedInputStream;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.pipeline.run.QueryResources;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A temporary file of one operator: segments of LZ4 frames. Written once by one thread, then read by any; deleted by {@link #close}.
 *
 * <p>Never synced: after a crash it is worthless anyway.
 */
public final class SpillFile implements AutoCloseable {
    private final Vfs vfs;
    private final Path path;
    private final long[] starts;
    private boolean closed;

    private SpillFile(Vfs vfs, Path path, long[] starts) {
        this.vfs = vfs;
        this.path = path;
        this.starts = starts;
    }

    /** Begins a file in the query's directory. */
    public static Writer create(QueryResources resources) {
        resources.vfs().createDirectories(resources.spillDirectory());
        Path path = resources.spillDirectory().resolve("spill-" + UUID.randomUUID() + ".bin");
        return new Writer(resources.vfs(), path);
    }

    /** The bytes of a segment. Reading it to its end closes the file it holds open. */
    public ByteSource open(int segment) {
        InputStream range = new RangeInputStream(vfs.open(path), starts[segment], starts[segment + 1]);
        return ByteSource.of(new CompressedInputStream(range, FrameLimits.DEFAULT));
    }

    public long sizeBytes() {
        return starts[starts.length - 1];
    }

    /** Deletes the file; what comes later does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            vfs.delete(path);
        }
    }

    /** Writes the file. Closing it without {@link #finish} deletes what was written. */
    public static final class Writer implements AutoCloseable {
        private static final int FRAME_BYTES = 1 << 18;

        private final Vfs vfs;
        private final Path path;
        private final WriteFile file;
        private final Codec codec = Codecs.LZ4;
        private final CompressedFrameWriter frames = new CompressedFrameWriter();
        private final ByteSink compressed = new ByteSink();
        private final List<Long> starts = new ArrayList<>();
        private boolean finished;

        private Writer(Vfs vfs, Path path) {
            this.vfs = vfs;
            this.path = path;
            this.file = vfs.create(path);
        }

        /** What is written from now on belongs to the next segment. */
        public void beginSegment() {
            starts.add(file.size());
        }

        /** Appends the bytes of {@code raw} to the segment. */
        public void write(ByteSink raw) {
            for (int from = 0; from < raw.size(); from += FRAME_BYTES) {
                int count = Math.min(FRAME_BYTES, raw.size() - from);
                compressed.clear();
                frames.writeBlock(raw.array(), from, count, codec, compressed);
                file.write(compressed.array(), 0, compressed.size());
            }
        }

        public SpillFile finish() {
            starts.add(file.size());
            finished = true;
            file.close();
            return new SpillFile(
                    vfs, path, starts.stream().mapToLong(Long::longValue).toArray());
        }

        @Override
        public void close() {
            if (!finished) {
                finished = true;
                file.close();
                vfs.delete(path);
            }
        }
    }

    /** A part of a file as a stream; closes the file at its end. */
    private static final class RangeInputStream extends InputStream {
        private final ReadFile file;
        private final long end;
        private long position;
        private boolean closed;

        RangeInputStream(ReadFile file, long start, long end) {
            this.file = file;
            this.position = start;
            this.end = end;
            if (start == end) {
                close();
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (position >= end) {
                return -1;
            }
            int got = file.read(position, target, offset, (int) Math.min(count, end - position));
            position += got;
            if (position >= end) {
                close();
            }
            return got <= 0 ? -1 : got;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                file.close();
            }
        }
    }
}
