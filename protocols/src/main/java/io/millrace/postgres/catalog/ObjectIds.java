package io.millrace.postgres.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for databases, tables and other objects, kept in a file so that a number means the same object for ever. A line is {@code id key}; lines are
 * only ever added. Thread-safe.
 */
public final class ObjectIds {
    private static final long FIRST = 16_384;

    private final Path file;
    private final Map<String, Long> ids = new HashMap<>();
    private long next = FIRST;

    private ObjectIds(Path file) {
        this.file = file;
    }

    /** Reads the numbers given so far; a line cut off by a crash is left out. */
    public static ObjectIds open(Path file) {
        ObjectIds result = new ObjectIds(file);
        try {
            if (Files.exists(file)) {
                for (String line :
                        Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                    result.read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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
        try {
            Files.writeString(
                    file,
                    id + " " + key.replace('\n', ' ') + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return id;
    }
}
