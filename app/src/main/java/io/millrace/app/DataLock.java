package io.millrace.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two servers from using one data directory: a lock on its file {@code status}, which the system drops with the process. */
final class DataLock implements AutoCloseable {
    private static final int CANNOT_OPEN_FILE = 76;

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if there is none, and takes it. */
    static DataLock take(Path directory) {
        Path file = directory.resolve("status");
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        CANNOT_OPEN_FILE,
                        "another server uses the data directory " + directory + " (" + owner(file) + ").",
                        "Stop that server, or choose another directory with --data.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("PID: " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return new DataLock(channel);
        } catch (IOException e) {
            throw new StartFailure(
                    CANNOT_OPEN_FILE,
                    "cannot use the data directory " + directory + ": " + e,
                    "Choose a directory that can be written to with --data.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? "process unknown" : text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
