package io.millrace.base.io;

import java.nio.file.Path;
import java.util.List;

/**
 * The only way to files: a real body for production, a faulting one that loses what was not synced for tests.
 *
 * <p>Thread-safe. Failures are DbExceptions that name the path. {@code sync} calls are final: a failed sync is never retried.
 */
public interface Vfs {
    /** Opens for positioned reads. */
    ReadFile open(Path file);

    /** Creates a new file (fails if it exists) for appending. */
    WriteFile create(Path file);

    /** As {@link #create}, a file that only its owner may read. */
    WriteFile createPrivate(Path file);

    /** Opens an existing or new file for appending at its end. */
    WriteFile append(Path file);

    /** Whole content of a small file. */
    byte[] readAll(Path file);

    boolean exists(Path path);

    boolean isDirectory(Path path);

    long size(Path file);

    /** When a file was last changed, and what else changes with it; links are followed. */
    FileStamp stamp(Path file);

    /** The absolute path of what is there, links followed. */
    Path realPath(Path path);

    /** Names (not paths) of what is in a directory, sorted. */
    List<String> list(Path directory);

    /** Creates a directory and its missing parents. */
    void createDirectories(Path directory);

    /** Atomically renames a file or a directory; an existing target file is replaced, an existing directory is an error. */
    void rename(Path from, Path to);

    void hardLink(Path existing, Path link);

    void delete(Path file);

    /** Deletes a directory with all that is in it; no error when it is absent. */
    void deleteTree(Path directory);

    /** Makes the entries of a directory (creations, renames, deletions) durable. */
    void syncDirectory(Path directory);

    /** Makes several files durable; a body for which it pays waits for all of them at once. */
    default void syncAll(List<WriteFile> written) {
        written.forEach(WriteFile::sync);
    }

    /** Writes, syncs, renames over {@code file} and syncs its directory: the file has the old or the new content, never half. */
    default void replace(Path file, byte[] content) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        if (exists(temporary)) {
            delete(temporary);
        }
        try (WriteFile out = create(temporary)) {
            out.write(content, 0, content.length);
            out.sync();
        }
        rename(temporary, file);
        Path parent = file.getParent();
        if (parent != null) {
            syncDirectory(parent);
        }
    }
}
