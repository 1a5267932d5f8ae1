package io.millrace.tables;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of one INSERT, held in memory until they are published. Not thread-safe.
 *
 * <p>Bytes are charged when they arrive and stay charged once published; what is discarded is given back.
 */
final class BufferedInsert implements TableWriter, SelfCommitting {
    private final MemoryTracker memory;
    private final Consumer<List<Block>> publisher;
    private List<Block> blocks = new ArrayList<>();
    private long rows;
    private long bytes;
    private boolean prepared;

    BufferedInsert(MemoryTracker memory, Consumer<List<Block>> publisher) {
        this.memory = memory;
        this.publisher = publisher;
    }

    @Override
    public void write(Block block) {
        for (Block piece : Pieces.of(block)) {
            memory.reserve(piece.sizeBytes());
            bytes += piece.sizeBytes();
            rows += piece.rows();
            blocks.add(piece);
        }
    }

    @Override
    public PreparedInsert prepare() {
        prepared = true;
        return this;
    }

    @Override
    public void publish() {
        publisher.accept(blocks);
        blocks = List.of();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void discard() {
        memory.release(bytes);
        bytes = 0;
        blocks = List.of();
    }

    @Override
    public void close() {
        if (!prepared) {
            discard();
        }
    }
}
