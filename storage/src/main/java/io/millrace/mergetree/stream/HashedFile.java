package io.millrace.mergetree.stream;

import io.millrace.base.hash.FileHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.io.WriteFile;

/** A new file of a part that hashes what is written into it. Not thread-safe. */
public final class HashedFile implements AutoCloseable {
    private final WriteFile file;
    private final FileHash hash = new FileHash();

    public HashedFile(WriteFile file) {
        this.file = file;
    }

    public void write(byte[] bytes, int from, int count) {
        file.write(bytes, from, count);
        hash.update(bytes, from, count);
    }

    public long size() {
        return file.size();
    }

    /** Makes the file durable and gives the hash of its bytes. */
    public Hash128 finish(boolean sync) {
        if (sync) {
            file.sync();
        }
        return hash.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
