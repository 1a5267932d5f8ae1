package io.millrace.mergetree.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.commit.PreparedParts;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.mergetree.write.ColumnPlan;
import io.millrace.mergetree.write.WriteProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the rows of one INSERT: collects blocks up to the size of a part, cuts them by partition, sorts them, and writes synced parts under temporary names.
 *
 * <p>Not thread-safe.
 */
public final class PartsWriter implements TableWriter {
    /** ClickHouse's {@code max_insert_block_size}. */
    private static final int MAX_ROWS = 1_048_449;

    private static final long MAX_BYTES = 268_402_944;

    private final TableStructure structure;
    private final PartStore store;
    private final MergeMode mode;
    private final EvaluationContext context;
    private final BatchWriter batchWriter;
    private final RowCollector rows;
    private final List<Part> parts = new ArrayList<>();
    private long reserved;
    private long bytes;
    private boolean prepared;

    public PartsWriter(
            TableStructure structure,
            PartStore store,
            MergeMode mode,
            List<ColumnPlan> columns,
            WriteProfile profile,
            EvaluationContext context) {
        this.structure = structure;
        this.store = store;
        this.mode = mode;
        this.context = context;
        this.batchWriter = new BatchWriter(structure, store, mode, columns, profile, context);
        this.rows = new RowCollector(structure.stored());
    }

    @Override
    public void write(Block block) {
        if (block.columns().size() != structure.stored().width()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
                    "A block of " + block.columns().size() + " columns was written to table "
                            + structure.definition().id() + ", which stores "
                            + structure.stored().width());
        }
        if (block.rows() == 0) {
            return;
        }
        long size = block.sizeBytes();
        context.memory().reserve(size);
        reserved += size;
        bytes += size;
        rows.add(block);
        if (rows.rows() >= MAX_ROWS || rows.bytes() >= MAX_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (rows.rows() > 0) {
            parts.addAll(batchWriter.write(rows));
        }
        rows.clear();
        release();
    }

    private void release() {
        context.memory().release(reserved);
        reserved = 0;
    }

    @Override
    public PreparedParts prepare() {
        flush();
        if (!parts.isEmpty()) {
            structure.services().files().syncDirectory(store.directory());
        }
        prepared = true;
        return new PreparedParts(store, parts, mode.isOrdinary() ? 0 : 1, bytes);
    }

    @Override
    public void close() {
        release();
        if (!prepared) {
            new PreparedParts(store, parts, 0, 0).discard();
            batchWriter.discardHalfWritten();
        }
    }
}
