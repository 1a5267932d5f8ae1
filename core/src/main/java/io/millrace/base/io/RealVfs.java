package io.millrace.base.io;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The file system of the operating system. */
public final class RealVfs implements Vfs {
    /** The file system writes its journal once for all that wait. */
    private static final int SYNCS_AT_ONCE = 16;

    private interface FileCall<T> {
        T run() throws IOException;
    }

    private static <T> T call(String what, Path path, FileCall<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw failure(what, path, e);
        }
    }

    private static DbException failure(String what, Path path, IOException e) {
        ErrorCode code = e instanceof java.nio.file.NoSuchFileException
                ? ErrorCode.FILE_DOESNT_EXIST
                : what.equals("sync") ? ErrorCode.CANNOT_FSYNC : ErrorCode.CANNOT_OPEN_FILE;
        return new DbException(code, "Cannot " + what + " " + path + ": " + e, e);
    }

    @Override
    public ReadFile open(Path file) {
        FileChannel channel = call("open", file, () -> FileChannel.open(file, StandardOpenOption.READ));
        return new RealReadFile(file, channel);
    }

    @Override
    public void syncAll(List<WriteFile> written) {
        if (written.size() < 4) {
            written.forEach(WriteFile::sync);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> syncing = new ArrayList<>();
            for (int i = 0; i < SYNCS_AT_ONCE; i++) {
                syncing.add(threads.submit(() -> {
                    for (int file = next.getAndIncrement(); file < written.size(); file = next.getAndIncrement()) {
                        written.get(file).sync();
                    }
                }));
            }
            for (Future<?> one : syncing) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw DbException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DbException(ErrorCode.ABORTED, "Interrupted while files were synced", e);
        }
    }

    @Override
    public WriteFile create(Path file) {
        return create(file, new FileAttribute<?>[0]);
    }

    @Override
    public WriteFile createPrivate(Path file) {
        return create(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static WriteFile create(Path file, FileAttribute<?>... attributes) {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        return new RealWriteFile(file, call("create", file, () -> FileChannel.open(file, options, attributes)), 0);
    }

    @Override
    public WriteFile append(Path file) {
        FileChannel channel =
                call("open", file, () -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        return new RealWriteFile(file, channel, call("stat", file, channel::size));
    }

    @Override
    public byte[] readAll(Path file) {
        return call("read", file, () -> Files.readAllBytes(file));
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isDirectory(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public long size(Path file) {
        return call("stat", file, () -> Files.size(file));
    }

    @Override
    public FileStamp stamp(Path file) {
        BasicFileAttributes attributes =
                call("stat", file, () -> Files.readAttributes(file, BasicFileAttributes.class));
        return new FileStamp(
                attributes.lastModifiedTime().toInstant(), attributes.size(), String.valueOf(attributes.fileKey()));
    }

    @Override
    public Path realPath(Path path) {
        return call("find", path, () -> path.toRealPath());
    }

    @Override
    public List<String> list(Path directory) {
        return call("list", directory, () -> {
            try (Stream<Path> entries = Files.list(directory)) {
                return entries.map(p -> p.getFileName().toString()).sorted().toList();
            }
        });
    }

    @Override
    public void createDirectories(Path directory) {
        call("create directory", directory, () -> Files.createDirectories(directory));
    }

    @Override
    public void rename(Path from, Path to) {
        call("rename to " + to, from, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void hardLink(Path existing, Path link) {
        call("link to " + link, existing, () -> Files.createLink(link, existing));
    }

    @Override
    public void delete(Path file) {
        call("delete", file, () -> Files.deleteIfExists(file));
    }

    @Override
    public void deleteTree(Path directory) {
        if (!exists(directory)) {
            return;
        }
        call(
                "delete",
                directory,
                () -> Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    // another thread may delete a part of the tree meanwhile, as the cleaning of old parts does
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                        if (error instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw error;
                    }

                    @Override
                    @SuppressWarnings("NullAway") // the JDK passes null when the walk met no error
                    public FileVisitResult postVisitDirectory(Path visited, IOException error) throws IOException {
                        if (error != null && !(error instanceof NoSuchFileException)) {
                            throw error;
                        }
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                }));
    }

    @Override
    public void syncDirectory(Path directory) {
        call("sync", directory, () -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return directory;
        });
    }

    private record RealReadFile(Path path, FileChannel channel) implements ReadFile {
        @Override
        public long size() {
            return call("stat", path, channel::size);
        }

        @Override
        public int read(long fileOffset, byte[] target, int offset, int count) {
            return call("read", path, () -> {
                ByteBuffer buffer = ByteBuffer.wrap(target, offset, count);
                long at = fileOffset;
                while (buffer.hasRemaining()) {
                    int step = channel.read(buffer, at);
                    if (step < 0) {
                        break;
                    }
                    at += step;
                }
                return count - buffer.remaining();
            });
        }

        @Override
        public void close() {
            call("close", path, () -> {
                channel.close();
                return path;
            });
        }
    }

    private static final class RealWriteFile implements WriteFile {
        private final Path path;
        private final FileChannel channel;
        private long size;

        RealWriteFile(Path path, FileChannel channel, long size) {
            this.path = path;
            this.channel = channel;
            this.size = size;
        }

        @Override
        public void write(byte[] source, int offset, int count) {
            call("write", path, () -> {
                ByteBuffer buffer = ByteBuffer.wrap(source, offset, count);
                while (buffer.hasRemaining()) {
                    size += channel.write(buffer);
                }
                return size;
            });
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void sync() {
            call("sync", path, () -> {
                channel.force(true);
                return path;
            });
        }

        @Override
        public void close() {
            call("close", path, () -> {
                channel.close();
                return path;
            });
        }
    }
}
