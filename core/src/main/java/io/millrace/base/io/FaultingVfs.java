package io.millrace.base.io;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A file system in memory that knows what has been synced: for tests of crashes and of failing calls.
 *
 * <p>{@link #crashImage} gives what a disk may hold after the power went: of a file all bytes that were synced and any of the others (cut off anywhere on a
 * 512-byte border, or zeros); of a directory all changes that were synced and the first few of the others, each directory by itself. {@link #failCall} lets one
 * call fail, {@link #powerOffAfter} all calls from one on. Thread-safe.
 */
public final class FaultingVfs implements Vfs {
    private final InMemory.Directory root;
    private long calls;
    private long failAt = -1;
    private long powerOffAt = Long.MAX_VALUE;
    private boolean syncsFail;

    public FaultingVfs() {
        this(new InMemory.Directory());
    }

    private FaultingVfs(InMemory.Directory root) {
        this.root = root;
    }

    // ---- faults ----

    /** Calls that change something, so far. */
    public synchronized long calls() {
        return calls;
    }

    /** Lets the changing call number {@code call} (counted as {@link #calls} does, the first is 1) fail once. */
    public synchronized void failCall(long call) {
        failAt = call;
    }

    /** Lets every sync fail from now on. */
    public synchronized void failSyncs(boolean fail) {
        syncsFail = fail;
    }

    /** Lets all calls fail after {@code count} changing ones. */
    public synchronized void powerOffAfter(long count) {
        powerOffAt = count;
    }

    private void change(String what, Path path) {
        calls++;
        if (calls > powerOffAt) {
            throw new DbException(ErrorCode.CANNOT_WRITE_TO_FILE, "Power is off: cannot " + what + " " + path);
        }
        if (calls == failAt) {
            throw new DbException(ErrorCode.NOT_ENOUGH_SPACE, "Simulated failure: cannot " + what + " " + path);
        }
    }

    private void syncing(Path path) {
        change("sync", path);
        if (syncsFail) {
            throw new DbException(ErrorCode.CANNOT_FSYNC, "Simulated failure: cannot sync " + path);
        }
    }

    /** What a disk may hold if the power went now. */
    public synchronized FaultingVfs crashImage(Random random) {
        return new FaultingVfs(new PowerLoss(random).left(root));
    }

    /** Flips one bit of a file, as a bad disk does. */
    public synchronized void flipBit(Path file, long bit) {
        InMemory.File node = file(file);
        node.bytes[(int) (bit >>> 3)] ^= (byte) (1 << (bit & 7));
    }

    /** Cuts a file, as a bad file system check does. */
    public synchronized void truncate(Path file, int size) {
        InMemory.File node = file(file);
        node.bytes = Arrays.copyOf(node.bytes, size);
        node.synced = Math.min(node.synced, size);
    }

    // ---- lookup ----

    private Optional<InMemory> find(Path path) {
        InMemory at = root;
        for (Path name : path.toAbsolutePath().normalize()) {
            if (!(at instanceof InMemory.Directory directory)) {
                return Optional.empty();
            }
            InMemory next = directory.entries.get(name.toString());
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private InMemory.File file(Path path) {
        if (find(path).orElseThrow(() -> missing(path)) instanceof InMemory.File file) {
            return file;
        }
        throw new DbException(ErrorCode.CANNOT_OPEN_FILE, path + " is a directory");
    }

    private InMemory.Directory directory(Path path) {
        if (find(path).orElseThrow(() -> missing(path)) instanceof InMemory.Directory directory) {
            return directory;
        }
        throw new DbException(ErrorCode.CANNOT_OPEN_FILE, path + " is no directory");
    }

    private static DbException missing(Path path) {
        return new DbException(ErrorCode.FILE_DOESNT_EXIST, "There is no " + path);
    }

    private InMemory.Directory parent(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? root : directory(parent);
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    // ---- the interface ----

    @Override
    public synchronized ReadFile open(Path path) {
        InMemory.File file = file(path);
        return new ReadFile() {
            @Override
            public long size() {
                return file.bytes.length;
            }

            @Override
            public int read(long fileOffset, byte[] target, int offset, int count) {
                byte[] bytes = file.bytes;
                if (fileOffset >= bytes.length) {
                    return 0;
                }
                int step = (int) Math.min(count, bytes.length - fileOffset);
                System.arraycopy(bytes, (int) fileOffset, target, offset, step);
                return step;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized WriteFile create(Path path) {
        change("create", path);
        if (find(path).isPresent()) {
            throw new DbException(ErrorCode.CANNOT_OPEN_FILE, path + " exists already");
        }
        InMemory.File file = new InMemory.File();
        parent(path).put(name(path), file);
        return new Writing(path, file);
    }

    @Override
    public WriteFile createPrivate(Path path) {
        return create(path);
    }

    @Override
    public synchronized WriteFile append(Path path) {
        return find(path).isPresent() ? new Writing(path, file(path)) : create(path);
    }

    /** A file open for appending. */
    private final class Writing implements WriteFile {
        private final Path path;
        private final InMemory.File file;

        Writing(Path path, InMemory.File file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(byte[] source, int offset, int count) {
            synchronized (FaultingVfs.this) {
                int before = file.bytes.length;
                boolean half = calls + 1 == failAt || calls + 1 == powerOffAt + 1;
                // a write that fails may have written something
                int written = half ? count / 2 : count;
                byte[] grown = Arrays.copyOf(file.bytes, before + written);
                System.arraycopy(source, offset, grown, before, written);
                if (calls < powerOffAt || half) {
                    file.bytes = grown;
                    file.writes++;
                }
                change("write", path);
            }
        }

        @Override
        public long size() {
            return file.bytes.length;
        }

        @Override
        public void sync() {
            synchronized (FaultingVfs.this) {
                syncing(path);
                file.synced = file.bytes.length;
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public synchronized byte[] readAll(Path path) {
        return file(path).bytes.clone();
    }

    @Override
    public synchronized boolean exists(Path path) {
        return find(path).isPresent();
    }

    @Override
    public synchronized boolean isDirectory(Path path) {
        return find(path).filter(n -> n instanceof InMemory.Directory).isPresent();
    }

    @Override
    public synchronized long size(Path path) {
        return file(path).bytes.length;
    }

    /** Time stands still here, but each write counts. */
    @Override
    public synchronized FileStamp stamp(Path path) {
        InMemory.File file = file(path);
        return new FileStamp(Instant.ofEpochSecond(file.writes), file.bytes.length, path.toString());
    }

    @Override
    public synchronized Path realPath(Path path) {
        if (find(path).isEmpty()) {
            throw missing(path);
        }
        return path.toAbsolutePath().normalize();
    }

    @Override
    public synchronized List<String> list(Path path) {
        return List.copyOf(directory(path).entries.keySet());
    }

    @Override
    public synchronized void createDirectories(Path path) {
        InMemory.Directory at = root;
        for (Path name : path.toAbsolutePath().normalize()) {
            InMemory next = at.entries.get(name.toString());
            if (next == null) {
                change("create directory", path);
                next = new InMemory.Directory();
                at.put(name.toString(), next);
            }
            if (!(next instanceof InMemory.Directory directory)) {
                throw new DbException(ErrorCode.CANNOT_OPEN_FILE, path + " is no directory");
            }
            at = directory;
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) {
        change("rename", from);
        InMemory node = find(from).orElseThrow(() -> missing(from));
        if (find(to).filter(n -> n instanceof InMemory.Directory).isPresent()) {
            throw new DbException(ErrorCode.CANNOT_OPEN_FILE, "Cannot rename " + from + ": " + to + " exists");
        }
        InMemory.Directory source = parent(from);
        InMemory.Directory target = parent(to);
        if (source == target) {
            source.move(name(from), name(to));
        } else {
            // journals bring both sides of a move to disk together
            source.remove(name(from));
            target.put(name(to), node);
            source.sync();
            target.sync();
        }
    }

    @Override
    public synchronized void hardLink(Path existing, Path link) {
        change("link", link);
        parent(link).put(name(link), file(existing));
    }

    @Override
    public synchronized void delete(Path path) {
        change("delete", path);
        if (find(path).isPresent()) {
            parent(path).remove(name(path));
        }
    }

    @Override
    public synchronized void deleteTree(Path path) {
        Optional<InMemory> node = find(path);
        if (node.isEmpty()) {
            return;
        }
        if (node.get() instanceof InMemory.Directory directory) {
            for (String entry : List.copyOf(directory.entries.keySet())) {
                deleteTree(path.resolve(entry));
            }
        }
        change("delete", path);
        parent(path).remove(name(path));
    }

    @Override
    public synchronized void syncDirectory(Path path) {
        syncing(path);
        directory(path).sync();
    }
}
