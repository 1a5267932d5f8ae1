package io.millrace.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** What runs statements: the engine in this process, or a server. One statement at a time; {@link #progress} and {@link #cancel} may be called meanwhile by other threads. */
interface Backend extends AutoCloseable {
    /**
     * One statement.
     *
     * @param text as the user wrote it, with inline data
     * @param data of an INSERT that comes apart from the text
     * @param database empty for the session's own
     */
    record Request(
            byte[] text,
            Optional<InputStream> data,
            Optional<String> database,
            String format,
            Map<String, String> settings,
            Map<String, String> parameters) {}

    /** What a statement has read, or how it ended. */
    record Counts(long rows, long bytes, long totalRows, long resultRows, long memoryBytes) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /**
     * Runs a statement and writes its result.
     *
     * @throws StatementError when it fails
     * @throws IOException when the result cannot be written
     */
    Counts run(Request request, OutputStream out) throws IOException;

    /** What the running statement has read so far; empty if that is not known. */
    Optional<Counts> progress();

    /** Stops the running statement. */
    void cancel();

    @Override
    void close();
}
