package io.millrace.mergetree.write;

import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * New files whose syncs are put off until several are written: hundreds of files that are synced one after another each wait for the disk. Not thread-safe.
 */
final class DeferredSyncs implements AutoCloseable {
    /** Files kept open at most. */
    private static final int MOST = 512;

    private final Vfs files;
    private final List<WriteFile> waiting = new ArrayList<>();

    DeferredSyncs(Vfs files) {
        this.files = files;
    }

    /** A new file; it is durable after {@link #finish} if it has been asked to sync. */
    WriteFile create(Path path) {
        return new Deferred(files.create(path));
    }

    /** Syncs and closes the files that wait for it. */
    void finish() {
        files.syncAll(waiting);
        close();
    }

    /** Closes the files that wait, durable or not. */
    @Override
    public void close() {
        waiting.forEach(WriteFile::close);
        waiting.clear();
    }

    private final class Deferred implements WriteFile {
        private final WriteFile file;
        private boolean waits;

        Deferred(WriteFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] source, int offset, int count) {
            file.write(source, offset, count);
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void sync() {
            waits = true;
        }

        @Override
        public void close() {
            if (!waits) {
                file.close();
                return;
            }
            waiting.add(file);
            if (waiting.size() >= MOST) {
                finish();
            }
        }
    }
}
