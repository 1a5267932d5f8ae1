package io.millrace.mergetree.commit;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbered files of the log: those of earlier runs, and the one that is written. Guarded by the log's lock, but for writing to the file. */
final class LogFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);

    private static final long ROTATE_BYTES = 16 << 20;
    private static final String PREFIX = "commit_";
    private static final String SUFFIX = ".log";

    private final Vfs files;
    private final Path directory;
    private final List<Path> old = new ArrayList<>();
    private Optional<WriteFile> current = Optional.empty();
    private Path currentPath;
    private long nextNumber;

    LogFiles(Vfs files, Path directory) {
        this.files = files;
        this.directory = directory;
        this.currentPath = directory;
    }

    /** What earlier runs left, in its order; makes the directory if there is none. */
    List<CommitRecord> readAll() {
        boolean isNew = !files.exists(directory);
        files.createDirectories(directory);
        if (isNew) {
            Path parent = directory.getParent();
            if (parent != null) {
                files.syncDirectory(parent);
            }
        }
        List<Long> numbers = new ArrayList<>();
        for (String name : files.list(directory)) {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                numbers.add(Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
            }
        }
        numbers.sort(Long::compare);
        List<CommitRecord> records = new ArrayList<>();
        for (long number : numbers) {
            Path path = pathOf(number);
            byte[] bytes = files.readAll(path);
            records.addAll(CommitRecord.readAll(bytes));
            int valid = CommitRecord.validBytes(bytes);
            if (valid < bytes.length) {
                LOG.warn(
                        "{} ends with {} bytes of a record that was never completed; they are ignored",
                        path,
                        bytes.length - valid);
            }
            old.add(path);
            nextNumber = number + 1;
        }
        return records;
    }

    private Path pathOf(long number) {
        String digits = Long.toString(number);
        return directory.resolve(PREFIX + "0".repeat(Math.max(0, 12 - digits.length())) + digits + SUFFIX);
    }

    boolean isOpen() {
        return current.isPresent();
    }

    /** Whether the file that is written is so long that another one should begin. */
    boolean isFull() {
        return current.isPresent() && current.get().size() > ROTATE_BYTES;
    }

    WriteFile current() {
        return current.orElseThrow();
    }

    /** Where the file lies that is written; empty when none is open. */
    Optional<Path> path() {
        return current.map(file -> currentPath);
    }

    /** Begins a file with a synced first record. */
    void begin(CommitRecord snapshot) {
        current.ifPresent(WriteFile::close);
        currentPath = pathOf(nextNumber++);
        WriteFile file = files.create(currentPath);
        ByteSink bytes = new ByteSink();
        snapshot.writeTo(bytes);
        file.write(bytes.array(), 0, bytes.size());
        file.sync();
        files.syncDirectory(directory);
        current = Optional.of(file);
    }

    /** Writes no more to the file; it is an old one now. */
    void abandon() {
        close();
        old.add(currentPath);
    }

    void close() {
        current.ifPresent(WriteFile::close);
        current = Optional.empty();
    }

    boolean hasOld() {
        return !old.isEmpty();
    }

    void addOld(Path path) {
        old.add(path);
    }

    void deleteOld() {
        old.forEach(files::delete);
        old.clear();
    }
}
