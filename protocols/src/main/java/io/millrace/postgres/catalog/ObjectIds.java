package io.millrace.postgres.catalog;

import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for databases, tables and other objects, kept in a file so that a number means the same object for ever. A line is {@code id key}; lines are
 * only ever added. Thread-safe.
 */
public final class ObjectIds {
    private static final long FIRST = 16_384;

    private final Vfs files;
    private final Path file;
    private final Map<String, Long> ids = new HashMap<>();
    private long next = FIRST;

    private ObjectIds(Vfs files, Path file) {
        this.files = files;
        this.file = file;
    }

    /** Reads the numbers given so far; a line cut off by a crash is left out. */
    public static ObjectIds open(Vfs files, Path file) {
        ObjectIds result = new ObjectIds(files, file);
        if (files.exists(file)) {
            new String(files.readAll(file), StandardCharsets.UTF_8).lines().forEach(result::read);
        }
        return result;
    }

    private void read(String line) {
        int blank = line.indexOf(' ');
        if (blank <= 0) {
            return;
        }
        try {
            long id = Long.parseLong(line.substring(0, blank));
            ids.put(line.substring(blank + 1), id);
            next = Math.max(next, id + 1);
        } catch (NumberFormatException cutOff) {
            // the number is given again
        }
    }

    /** The number of an object, a new one when it has none yet. */
    public synchronized long of(String key) {
        Long known = ids.get(key);
        if (known != null) {
            return known;
        }
        long id = next++;
        ids.put(key, id);
        byte[] line = (id + " " + key.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
        try (WriteFile out = files.append(file)) {
            out.write(line, 0, line.length);
        }
        return id;
    }
}
