package io.millrace.mergetree.merge;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A FINAL read of an engine that combines rows: merges all parts while reading, in one source. */
public final class CombinedScan implements TableScan, Sources {
    private static final int BLOCK_ROWS = 8192;

    private final TableStructure structure;
    private final ScanRequest request;
    private final List<Part> parts;
    private final MergeMode mode;
    private final PartLease lease;

    public CombinedScan(
            TableStructure structure, ScanRequest request, List<Part> parts, MergeMode mode, PartLease lease) {
        this.structure = structure;
        this.request = request;
        this.parts = List.copyOf(parts);
        this.mode = mode;
        this.lease = lease;
        lease.watch(this);
    }

    @Override
    public boolean filtered() {
        return true;
    }

    @Override
    public Sources open() {
        return this;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public Source open(int driver) {
        return driver == 0 ? new Combining() : () -> Source.FINISHED;
    }

    /** Merges and filters block by block. */
    private final class Combining implements Source {
        private final OpenFiles files = new OpenFiles();
        private final Optional<FilterProgram> filter = request.filter().map(FilterProgram::compile);
        private final List<MergedColumns> columns = new ArrayList<>();
        private long left = -1;

        private void start() {
            List<PartSelection> all = parts.stream()
                    .filter(p -> p.rows() > 0)
                    // across partitions, too, the later insert wins
                    .sorted(Comparator.comparingLong(p -> p.name().minBlock()))
                    .map(PartSelection::all)
                    .toList();
            MergeSource source = new MergeSource(structure, all, mode, true, files, request.context());
            MergeOrder order = MergeOrder.of(source, Integer.MAX_VALUE);
            for (Header.Field field : request.columns().fields()) {
                columns.add(new MergedColumns(source, order, field.name(), field.type()));
            }
            left = order.rows();
        }

        @Override
        public Poll poll() {
            if (left < 0) {
                start();
            }
            while (left > 0) {
                request.context().cancellation().check();
                int rows = (int) Math.min(left, BLOCK_ROWS);
                left -= rows;
                List<Column> values = new ArrayList<>();
                columns.forEach(c -> values.add(c.next(rows)));
                Block block = filtered(new Block(request.columns(), values, rows));
                if (block.rows() > 0) {
                    return new Poll.Ready(block);
                }
            }
            return FINISHED;
        }

        private Block filtered(Block block) {
            if (filter.isEmpty()) {
                return block;
            }
            long[] bitmap = new long[Bitmaps.words(block.rows())];
            int selected = filter.get().select(block, bitmap, request.context());
            return block.filter(bitmap, selected);
        }

        @Override
        public void close() {
            files.close();
            lease.close();
        }
    }
}
