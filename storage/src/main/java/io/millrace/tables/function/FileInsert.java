package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;

/**
 * One INSERT into a file: written beside it under another name, then renamed to it, or added to the end of what is there. Not thread-safe.
 */
final class FileInsert implements TableWriter, SelfCommitting {
    private static final int LEVEL = 3;
    private static final int COPY_BYTES = 1 << 20;

    private final Vfs vfs;
    private final Path target;
    private final Path temporary;
    private final WriteFile file;
    private final OutputStream coded;
    private final ByteSink sink = new ByteSink(1 << 16);
    private final BlockWriter writer;
    private final boolean truncate;
    private long rows;
    private long bytes;
    private boolean prepared;
    private boolean gone;

    FileInsert(Vfs vfs, Path target, Header header, FileFormat format, boolean truncate) {
        this.vfs = vfs;
        this.target = target;
        this.truncate = truncate;
        if (!truncate && !format.isAppendable() && vfs.exists(target) && vfs.size(target) > 0) {
            throw new DbException(
                    ErrorCode.CANNOT_APPEND_TO_FILE,
                    "Cannot insert data in format " + format.format().name() + " to file " + target
                            + " because this format, or its compression, doesn't support appends. You can configure setting"
                            + " engine_file_truncate_on_insert to replace the file");
        }
        this.writer = format.format().writer(new Output(), header, format.context());
        this.temporary = target.resolveSibling(".tmp_insert_" + UUID.randomUUID());
        this.file = vfs.create(temporary);
        try {
            OutputStream raw = new RawStream();
            this.coded = format.coding().isPresent() ? format.coding().get().encode(raw, LEVEL) : raw;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private DbException failure(IOException e) {
        return new DbException(
                ErrorCode.CANNOT_WRITE_TO_FILE, "Cannot write to file " + target + ": " + e.getMessage(), e);
    }

    @Override
    public void write(Block block) {
        writer.write(block);
        rows += block.rows();
        bytes += block.sizeBytes();
        send();
    }

    private void send() {
        try {
            coded.write(sink.array(), 0, sink.size());
            sink.clear();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public PreparedInsert prepare() {
        writer.finish(ResultStatistics.NONE);
        send();
        try {
            coded.close();
        } catch (IOException e) {
            throw failure(e);
        }
        file.sync();
        file.close();
        prepared = true;
        return this;
    }

    @Override
    public void publish() {
        if (truncate || !vfs.exists(target)) {
            vfs.rename(temporary, target);
            gone = true;
            return;
        }
        try (ReadFile in = vfs.open(temporary);
                WriteFile out = vfs.append(target)) {
            byte[] buffer = new byte[COPY_BYTES];
            for (long at = 0; at < in.size(); ) {
                int got = in.read(at, buffer, 0, buffer.length);
                out.write(buffer, 0, got);
                at += got;
            }
            out.sync();
        }
        discard();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void discard() {
        if (!gone) {
            gone = true;
            vfs.delete(temporary);
        }
    }

    @Override
    public void close() {
        if (!prepared) {
            file.close();
            discard();
        }
    }

    /** What the format writes goes through the compression at once. */
    private final class Output implements FormatOutput {
        @Override
        public ByteSink sink() {
            return sink;
        }

        @Override
        public void drain() {
            send();
        }
    }

    /** The temporary file as a stream; closing it is left to {@link FileInsert}. */
    private final class RawStream extends OutputStream {
        @Override
        public void write(int value) {
            file.write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int count) {
            file.write(source, offset, count);
        }
    }
}
