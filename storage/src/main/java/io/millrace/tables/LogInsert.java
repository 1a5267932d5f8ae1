package io.millrace.tables;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One INSERT into a Log table, compressed as it comes: in memory while it is small, in a temporary file beside the table's when it is not. Not
 * thread-safe.
 */
final class LogInsert implements TableWriter, SelfCommitting {
    private static final int MAX_BYTES_IN_MEMORY = 16 << 20;

    private final Vfs vfs;
    private final Path temporary;
    private final Consumer<LogInsert> publisher;
    private final List<LogPiece> pieces = new ArrayList<>();
    private final ByteSink payload = new ByteSink();
    private @Nullable WriteFile file;
    private long rows;
    private long bytes;
    private boolean prepared;

    LogInsert(Vfs vfs, Path directory, Consumer<LogInsert> publisher) {
        this.vfs = vfs;
        this.temporary = directory.resolve("tmp_insert_" + UUID.randomUUID());
        this.publisher = publisher;
    }

    @Override
    public void write(Block block) {
        for (Block piece : Pieces.of(block)) {
            int before = payload.size();
            LogPiece.write(piece, payload);
            pieces.add(new LogPiece(0, payload.size() - before, piece.rows()));
            rows += piece.rows();
            bytes += piece.sizeBytes();
            if (payload.size() > MAX_BYTES_IN_MEMORY) {
                spill();
            }
        }
    }

    private void spill() {
        WriteFile out = file;
        if (out == null) {
            out = vfs.create(temporary);
            file = out;
        }
        out.write(payload.array(), 0, payload.size());
        payload.clear();
    }

    @Override
    public PreparedInsert prepare() {
        if (file != null) {
            spill();
            file.close();
        }
        prepared = true;
        return this;
    }

    @Override
    public void publish() {
        publisher.accept(this);
        discard();
    }

    /** Appends the record. */
    void appendTo(WriteFile out) {
        byte[] head = LogFile.recordHead(pieces);
        out.write(head, 0, head.length);
        if (file == null) {
            out.write(payload.array(), 0, payload.size());
        } else {
            try (ReadFile in = vfs.open(temporary)) {
                LogFile.copy(in, in.size(), out);
            }
        }
    }

    List<LogPiece> pieces() {
        return pieces;
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
        if (file != null) {
            file.close();
            file = null;
            vfs.delete(temporary);
        }
    }

    @Override
    public void close() {
        if (!prepared) {
            discard();
        }
    }
}
