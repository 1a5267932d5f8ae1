package io.millrace.http;

import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held back, so that an error can still be told with a status: up to some bytes in memory, or to its end,
 * what does not fit into memory in a temporary file. Owned by the connection's thread; closed, it leaves no file.
 */
final class HeldBody extends OutputStream {
    /** Memory for a reply that is held to its end, unless the client wants more. */
    private static final int LEAST_MEMORY = 1 << 20;
    /** Memory that no client's wish exceeds; a larger body that must be held goes to the file. */
    private static final int MOST_MEMORY = 64 << 20;

    private static final int PIECE = 1 << 16;

    private final Target target;
    private final Vfs files;
    private final Path directory;
    private final boolean toTheEnd;
    private final long mostMemory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable WriteFile spilled;
    private @Nullable OutputStream released;

    /**
     * How much is held back.
     *
     * @param bytes in memory
     * @param toTheEnd whether nothing is sent before the end
     */
    record Amount(long bytes, boolean toTheEnd) {
        boolean isNothing() {
            return bytes <= 0 && !toTheEnd;
        }
    }

    /** Opens what the body goes to once it is not held any more. */
    interface Target {
        OutputStream open() throws IOException;
    }

    HeldBody(Target target, Amount amount, Vfs files, Path directory) {
        this.target = target;
        this.files = files;
        this.directory = directory;
        this.toTheEnd = amount.toTheEnd();
        long wanted = toTheEnd ? Math.max(amount.bytes(), LEAST_MEMORY) : amount.bytes();
        this.mostMemory = Math.min(wanted, MOST_MEMORY);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (released != null) {
            released.write(source, offset, length);
        } else if (spilled != null) {
            spilled.write(source, offset, length);
        } else if (memory.size() + (long) length <= mostMemory) {
            memory.write(source, offset, length);
        } else if (toTheEnd) {
            spill().write(source, offset, length);
        } else {
            release().write(source, offset, length);
        }
    }

    private WriteFile spill() {
        Path path = directory.resolve("http-" + UUID.randomUUID());
        WriteFile opened = files.create(path);
        file = path;
        spilled = opened;
        byte[] held = memory.toByteArray();
        memory = new ByteArrayOutputStream(0);
        opened.write(held, 0, held.length);
        return opened;
    }

    /** Sends what is held; from now on nothing is. */
    private OutputStream release() throws IOException {
        OutputStream out = target.open();
        released = out;
        if (spilled != null && file != null) {
            spilled.close();
            spilled = null;
            copy(file, out);
            dropFile();
        } else {
            memory.writeTo(out);
            memory = new ByteArrayOutputStream(0);
        }
        return out;
    }

    private void copy(Path path, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        try (ReadFile in = files.open(path)) {
            long at = 0;
            for (int count; (count = in.read(at, piece, 0, piece.length)) > 0; at += count) {
                out.write(piece, 0, count);
            }
        }
    }

    /** Does nothing while the body is held. */
    @Override
    public void flush() throws IOException {
        if (released != null) {
            released.flush();
        }
    }

    /** The body is complete: sends the rest of it and ends it. */
    @Override
    public void close() throws IOException {
        (released == null ? release() : released).close();
    }

    /** Whether something of it may have been sent. */
    boolean isReleased() {
        return released != null;
    }

    /** Forgets what was not sent. */
    void discard() throws IOException {
        memory = new ByteArrayOutputStream(0);
        if (spilled != null) {
            spilled.close();
            spilled = null;
        }
        dropFile();
        if (released != null) {
            released.close();
        }
    }

    private void dropFile() {
        if (file != null) {
            files.delete(file);
            file = null;
        }
    }
}
