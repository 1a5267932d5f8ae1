package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.content.ExpansionLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file as a stream of its decompressed bytes; what of it has to be in memory at once is charged to a budget until it is closed. Not thread-safe. */
final class FileInput implements AutoCloseable {
    private final InputStream stream;
    private final MemoryTracker budget;

    FileInput(Vfs vfs, Path path, Optional<ContentCoding> coding, MemoryTracker memory) {
        budget = memory.child("file", 0);
        InputStream raw = new RawStream(vfs.open(path));
        try {
            stream = coding.isPresent() ? coding.get().decode(raw, ExpansionLimits.DEFAULT) : raw;
        } catch (IOException e) {
            throw new DbException(
                    ErrorCode.CANNOT_READ_ALL_DATA, "Cannot read file " + path + ": " + e.getMessage(), e);
        }
    }

    ByteSource source() {
        return ByteSource.of(stream).chargeTo(budget);
    }

    @Override
    public void close() {
        budget.close();
        try {
            stream.close();
        } catch (IOException e) {
            throw new DbException(ErrorCode.CANNOT_READ_ALL_DATA, "Cannot close a file: " + e.getMessage(), e);
        }
    }

    /** The bytes as they are in the file. */
    private static final class RawStream extends InputStream {
        private final ReadFile file;
        private long position;

        RawStream(ReadFile file) {
            this.file = file;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            Objects.checkFromIndexSize(offset, count, target.length);
            int got = count == 0 ? 0 : file.read(position, target, offset, count);
            position += got;
            return got == 0 && count > 0 ? -1 : got;
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
