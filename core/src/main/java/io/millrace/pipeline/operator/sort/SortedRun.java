package io.millrace.pipeline.operator.sort;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.pipeline.operator.key.RowBytes;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.spill.SpillFile;
import java.util.Arrays;
import java.util.Optional;

/** Sorted rows that are read once, block by block. */
sealed interface SortedRun extends AutoCloseable {
    /** The next rows in order. */
    Optional<Block> next();

    @Override
    void close();

    /** Rows in memory and their order. */
    final class InMemory implements SortedRun {
        private final Block block;
        private final int[] order;
        private final int count;
        private final int blockRows;
        private int position;

        /** The first {@code count} of the ordered rows. */
        InMemory(Block block, int[] order, int count, int blockRows) {
            this.block = block;
            this.order = order;
            this.count = count;
            this.blockRows = blockRows;
        }

        @Override
        public Optional<Block> next() {
            if (position == count) {
                return Optional.empty();
            }
            int to = Math.min(count, position + blockRows);
            int[] rows = position == 0 ? order : Arrays.copyOfRange(order, position, to);
            Block next = block.gather(rows, to - position);
            position = to;
            return Optional.of(next);
        }

        @Override
        public void close() {}
    }

    /** Rows in a file: chunks of their number and their values row by row. */
    final class OnDisk implements SortedRun {
        private static final int CHUNK_ROWS = 4096;

        private final SpillFile file;
        private Optional<ByteSource> source = Optional.empty();
        private final RowBytes rows;

        private OnDisk(SpillFile file, Header header) {
            this.file = file;
            this.rows = new RowBytes(header);
        }

        static OnDisk write(SortedRun run, Header header, QueryResources resources) {
            RowBytes rows = new RowBytes(header);
            ByteSink sink = new ByteSink(1 << 16);
            try (SpillFile.Writer writer = SpillFile.create(resources)) {
                writer.beginSegment();
                for (Optional<Block> next = run.next(); next.isPresent(); next = run.next()) {
                    Block block = next.get();
                    for (int from = 0; from < block.rows(); from += CHUNK_ROWS) {
                        resources.context().cancellation().check();
                        sink.clear();
                        rows.write(block, from, Math.min(block.rows(), from + CHUNK_ROWS), sink);
                        writer.write(sink);
                    }
                }
                return new OnDisk(writer.finish(), header);
            }
        }

        @Override
        public Optional<Block> next() {
            // opened late, so that a query that fails before has nothing to close
            ByteSource bytes = source.orElseGet(() -> file.open(0));
            source = Optional.of(bytes);
            return bytes.atEnd() ? Optional.empty() : Optional.of(rows.read(bytes));
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
