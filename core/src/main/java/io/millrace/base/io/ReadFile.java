package io.millrace.base.io;

/** A file open for positioned reads. Thread-safe: reads carry their position. */
public interface ReadFile extends AutoCloseable {
    long size();

    /**
     * Reads up to {@code count} bytes at {@code fileOffset}; fewer only at the end of the file.
     *
     * @return number of bytes read, 0 at the end
     */
    int read(long fileOffset, byte[] target, int offset, int count);

    @Override
    void close();
}
