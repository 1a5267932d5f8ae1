package io.millrace.base.io;

/** A file open for appending. Not thread-safe. */
public interface WriteFile extends AutoCloseable {
    void write(byte[] source, int offset, int count);

    /** Bytes in the file, including those not yet synced. */
    long size();

    /** Makes everything written so far durable. */
    void sync();

    @Override
    void close();
}
