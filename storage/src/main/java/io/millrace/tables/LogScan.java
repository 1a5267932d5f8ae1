package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A scan of a Log table: drivers take one piece after the other, each through its own open file. */
record LogScan(Vfs vfs, Path path, LogFile content, ScanRequest request) implements TableScan {
    @Override
    public OptionalLong rowsToRead() {
        return OptionalLong.of(content.rows());
    }

    @Override
    public Sources open() {
        AtomicInteger next = new AtomicInteger();
        int parallelism = Math.clamp(content.pieces().size(), 1, Math.max(1, request.drivers()));
        return new Sources() {
            @Override
            public int parallelism() {
                return parallelism;
            }

            @Override
            public Source open(int driver) {
                return new PieceSource(next);
            }
        };
    }

    /** One driver's source. */
    private final class PieceSource implements Source {
        private final AtomicInteger next;
        private @Nullable ReadFile file;

        PieceSource(AtomicInteger next) {
            this.next = next;
        }

        @Override
        public Poll poll() {
            int index = next.getAndIncrement();
            List<LogPiece> pieces = content.pieces();
            if (index >= pieces.size()) {
                return FINISHED;
            }
            ReadFile opened = file;
            if (opened == null) {
                if (!vfs.exists(path)) {
                    throw new DbException(
                            ErrorCode.TABLE_IS_DROPPED, "The table was truncated or dropped while it was read");
                }
                opened = vfs.open(path);
                file = opened;
            }
            return new Poll.Ready(pieces.get(index).read(opened, request.columns()));
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
                file = null;
            }
        }
    }
}
