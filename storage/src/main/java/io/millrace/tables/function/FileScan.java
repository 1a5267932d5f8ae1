package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A scan of files: drivers take whole files, one after the other. Rows of one file come in their order. */
record FileScan(Vfs vfs, List<Path> files, Header header, FileFormat format, ScanRequest request) implements TableScan {
    private static final long BLOCK_BYTES = 16L << 20;

    @Override
    public Sources open() {
        AtomicInteger next = new AtomicInteger();
        int parallelism = Math.clamp(files.size(), 1, Math.max(1, request.drivers()));
        return new Sources() {
            @Override
            public int parallelism() {
                return parallelism;
            }

            @Override
            public Source open(int driver) {
                return new FileSource(next);
            }
        };
    }

    /** One driver's source. */
    private final class FileSource implements Source {
        private final AtomicInteger next;
        private final Header read;
        private final int[] indexes;
        private @Nullable FileInput input;
        private @Nullable BlockReader reader;
        private Path path = Path.of("");

        FileSource(AtomicInteger next) {
            this.next = next;
            Header wanted = request.columns();
            this.read = format.namesColumns() && wanted.width() > 0 ? wanted : header;
            this.indexes = wanted.names().stream().mapToInt(read::index).toArray();
        }

        @Override
        public Poll poll() {
            while (true) {
                BlockReader current = reader;
                if (current == null) {
                    int index = next.getAndIncrement();
                    if (index >= files.size()) {
                        return FINISHED;
                    }
                    path = files.get(index);
                    FileInput opened = new FileInput(
                            vfs, path, format.coding(), request.context().memory());
                    input = opened;
                    current = format.format().reader(opened.source(), read, format.context());
                    reader = current;
                }
                Optional<Block> block = next(current);
                if (block.isPresent()) {
                    return new Poll.Ready(block.get().select(request.columns(), indexes));
                }
                close();
            }
        }

        private Optional<Block> next(BlockReader current) {
            try {
                return current.read(request.blockRows(), BLOCK_BYTES);
            } catch (DbException e) {
                throw e.during("(in file/uri " + path + ")");
            }
        }

        @Override
        public void close() {
            reader = null;
            if (input != null) {
                input.close();
                input = null;
            }
        }
    }
}
