package io.millrace.pipeline.run;

import io.millrace.base.io.Vfs;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import java.nio.file.Path;

/**
 * What the operators of one query may use. Immutable.
 *
 * @param pool the threads that drive it
 * @param vfs how spilled data reaches {@code spillDirectory}
 * @param spillDirectory a directory for this query's temporary files, created when first needed
 * @param externalGroupByBytes {@code max_bytes_before_external_group_by}, 0 for never
 * @param externalSortBytes {@code max_bytes_before_external_sort}, 0 for never
 * @param maxThreads {@code max_threads}: drivers of one pipeline
 * @param blockRows {@code max_block_size}
 */
public record QueryResources(
        WorkerPool pool,
        EvaluationContext context,
        Vfs vfs,
        Path spillDirectory,
        long externalGroupByBytes,
        long externalSortBytes,
        int maxThreads,
        int blockRows) {
    /** Without spilling, with ordinary block sizes. */
    public static QueryResources inMemory(WorkerPool pool, EvaluationContext context, Vfs vfs, Path spillDirectory) {
        return new QueryResources(pool, context, vfs, spillDirectory, 0, 0, pool.threads(), Block.DEFAULT_ROWS);
    }
}
