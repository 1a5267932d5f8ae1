package io.millrace.mergetree.read;

import io.millrace.base.io.ReadFile;
import io.millrace.mergetree.part.Part;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that a scan has open, shared by its drivers. Thread-safe; closed when the last driver is done. */
public final class OpenFiles implements AutoCloseable {
    private final Map<Path, ReadFile> open = new ConcurrentHashMap<>();

    ReadFile open(Part part, String fileName) {
        return open.computeIfAbsent(part.directory().resolve(fileName), path -> part.open(fileName));
    }

    @Override
    public void close() {
        open.values().forEach(ReadFile::close);
        open.clear();
    }
}
