package io.millrace.tables;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A scan of blocks in memory: drivers take one block after the other from the list. Immutable until it is opened. */
public final class BlockScan implements TableScan {
    private final List<Block> blocks;
    private final Projection projection;
    private final int drivers;

    /** @param blocks without empty ones; columns are matched to the request's by name */
    public BlockScan(List<Block> blocks, ScanRequest request) {
        this.blocks = List.copyOf(blocks);
        this.projection = new Projection(request.columns());
        this.drivers = Math.max(1, request.drivers());
    }

    @Override
    public OptionalLong rowsToRead() {
        return OptionalLong.of(blocks.stream().mapToLong(Block::rows).sum());
    }

    @Override
    public Sources open() {
        AtomicInteger next = new AtomicInteger();
        int parallelism = Math.clamp(blocks.size(), 1, drivers);
        return new Sources() {
            @Override
            public int parallelism() {
                return parallelism;
            }

            @Override
            public Source open(int driver) {
                return () -> {
                    int index = next.getAndIncrement();
                    return index < blocks.size()
                            ? new Source.Poll.Ready(projection.apply(blocks.get(index)))
                            : Source.FINISHED;
                };
            }
        };
    }
}
