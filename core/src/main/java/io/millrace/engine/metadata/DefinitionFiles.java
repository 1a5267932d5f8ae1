package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.table.TableId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files {@code metadata/<database>/<table>.sql}. Each begins with a comment that holds the checksum of the rest: a damaged definition could otherwise still
 * be a valid one, of another table. A file without that line is taken as it is, so that one can be corrected by hand. Changes of several files happen together:
 * they are noted in a file of their own first, and a start finishes what is noted there. Not thread-safe.
 */
final class DefinitionFiles {
    private static final String SUFFIX = ".sql";
    private static final String MARK = "-- checksum ";
    /** Not a name of a database: those have no full stop in their escaped form. */
    private static final String PENDING = "changes.pending";

    private static final String DROPPED = ".dropped";

    private final Vfs files;
    private final Path root;

    DefinitionFiles(Vfs files, Path root) {
        this.files = files;
        this.root = root;
    }

    /** A file's new text, or that it goes. */
    record Change(TableId id, Optional<String> text) {
        static Change write(TableId id, String text) {
            return new Change(id, Optional.of(text));
        }

        static Change delete(TableId id) {
            return new Change(id, Optional.empty());
        }
    }

    // ---- databases

    /** Makes the root if it is not there, and finishes changes that a crash cut short. */
    void open() {
        if (!files.exists(root)) {
            files.createDirectories(root);
            // A directory is there after a power failure only if its parent was synced; the data directory may be new
            // too.
            Path above = root.toAbsolutePath().normalize().getParent();
            for (int level = 0; level < 2 && above != null; level++) {
                files.syncDirectory(above);
                above = above.getParent();
            }
        }
        files.list(root).stream()
                .filter(name -> name.endsWith(DROPPED))
                .forEach(name -> files.deleteTree(root.resolve(name)));
        if (files.exists(pending())) {
            perform(parseChanges(read(pending())));
            forget();
        }
    }

    List<String> databases() {
        return files.list(root).stream()
                .filter(name -> files.isDirectory(root.resolve(name)))
                .map(FileNames::unescape)
                .toList();
    }

    void createDatabase(String name) {
        files.createDirectories(directory(name));
        files.syncDirectory(root);
    }

    /** All definitions of a database go together: under its other name a start does not find it. */
    void dropDatabase(String name) {
        Path dropped = root.resolve(FileNames.escape(name) + DROPPED);
        files.deleteTree(dropped);
        files.rename(directory(name), dropped);
        files.syncDirectory(root);
        files.deleteTree(dropped);
    }

    /** The tables of a database that have a file. */
    List<TableId> tables(String database) {
        return files.list(directory(database)).stream()
                .filter(file -> file.endsWith(SUFFIX))
                .map(file -> FileNames.unescape(file.substring(0, file.length() - SUFFIX.length())))
                .map(name -> new TableId(database, name))
                .toList();
    }

    // ---- tables

    boolean exists(TableId id) {
        return files.exists(file(id));
    }

    /**
     * @throws DbException CORRUPTED_DATA
     */
    String read(TableId id) {
        return read(file(id));
    }

    void write(TableId id, String text) {
        files.replace(file(id), withChecksum(text));
    }

    void delete(TableId id) {
        files.delete(file(id));
        files.syncDirectory(directory(id.database()));
    }

    /** Keeps a file under a name that no start looks at. */
    void setAside(TableId id) {
        Path file = file(id);
        Path aside = file.resolveSibling(file.getFileName() + ".dropped");
        if (files.exists(aside)) {
            files.delete(aside);
        }
        files.rename(file, aside);
        files.syncDirectory(directory(id.database()));
    }

    /** All of the changes or none, whenever the machine stops. */
    void change(List<Change> changes) {
        List<Change> undo = changes.stream()
                .map(c -> exists(c.id()) ? Change.write(c.id(), read(c.id())) : Change.delete(c.id()))
                .toList();
        files.replace(pending(), withChecksum(changesText(changes)));
        try {
            perform(changes);
        } catch (DbException e) {
            perform(undo);
            forget();
            throw e;
        }
        forget();
    }

    /** For good: what is done must not be done again after later changes. */
    private void forget() {
        files.delete(pending());
        files.syncDirectory(root);
    }

    private void perform(List<Change> changes) {
        for (Change change : changes) {
            if (change.text().isPresent()) {
                write(change.id(), change.text().get());
            } else if (exists(change.id())) {
                delete(change.id());
            }
        }
    }

    Path file(TableId id) {
        return directory(id.database()).resolve(FileNames.escape(id.name()) + SUFFIX);
    }

    private Path directory(String database) {
        return root.resolve(FileNames.escape(database));
    }

    private Path pending() {
        return root.resolve(PENDING);
    }

    // ---- texts

    private String read(Path file) {
        String text = new String(files.readAll(file), StandardCharsets.UTF_8);
        if (!text.startsWith(MARK)) {
            return text;
        }
        int end = text.indexOf('\n');
        String body = end < 0 ? "" : text.substring(end + 1);
        if (end < 0 || !text.substring(MARK.length(), end).equals(checksum(body))) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    "Metadata file " + file
                            + " is damaged: its checksum differs. If you changed it by hand, remove its first line; otherwise restore it from a copy.");
        }
        return body;
    }

    private static byte[] withChecksum(String body) {
        return (MARK + checksum(body) + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Hash128 hash = new Hash128();
        CityHash.hash128(bytes, 0, bytes.length, hash);
        return hash.toString();
    }

    /** Each change is a line, {@code <length of the text, or -1> <database>/<table>}, and its text. */
    private static String changesText(List<Change> changes) {
        StringBuilder out = new StringBuilder();
        for (Change change : changes) {
            out.append(change.text().map(String::length).orElse(-1))
                    .append(' ')
                    .append(FileNames.escape(change.id().database()))
                    .append('/')
                    .append(FileNames.escape(change.id().name()))
                    .append('\n')
                    .append(change.text().orElse(""));
        }
        return out.toString();
    }

    private static List<Change> parseChanges(String text) {
        List<Change> changes = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int blank = text.indexOf(' ', at);
            int slash = text.indexOf('/', blank);
            int end = text.indexOf('\n', slash);
            int length = Integer.parseInt(text.substring(at, blank));
            TableId id = new TableId(
                    FileNames.unescape(text.substring(blank + 1, slash)),
                    FileNames.unescape(text.substring(slash + 1, end)));
            at = end + 1 + Math.max(length, 0);
            changes.add(length < 0 ? Change.delete(id) : Change.write(id, text.substring(end + 1, at)));
        }
        return changes;
    }
}
