package io.millrace.pipeline.operator.result;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.run.BlockQueue;
import io.millrace.pipeline.run.PipelineRun;
import java.util.Optional;

/**
 * The way of results out of the pipelines: drivers put blocks in, one virtual thread takes them out. When it is full the drivers are parked, so that a slow client
 * costs no worker. Thread-safe for any number of drivers and one taker.
 */
public final class ResultQueue implements Sink.Factory, AutoCloseable {
    private final BlockQueue queue;
    private final Cancellation cancellation;

    /** Holds up to about so many blocks and bytes. */
    public ResultQueue(int maxBlocks, long maxBytes, Cancellation cancellation) {
        this.queue = new BlockQueue(maxBlocks, maxBytes);
        this.cancellation = cancellation;
    }

    @Override
    public Sink open(int driver) {
        return queue::give;
    }

    /** Ends the queue when the run ends, well or not; call it once, right after the run has been started. */
    @SuppressWarnings("FutureReturnValueIgnored") // the failure is what the action passes on
    public void endWith(PipelineRun run) {
        run.completion().whenComplete((nothing, failure) -> queue.end(Optional.ofNullable(failure)));
    }

    /**
     * The next block; empty when the run has completed and everything was taken. Waits; for virtual threads.
     *
     * @throws DbException the run's first failure, after the blocks that came before it
     */
    public Optional<Block> take() {
        try {
            Optional<Block> block = queue.take();
            if (block.isEmpty() && queue.failure().isPresent()) {
                throw asException(queue.failure().get());
            }
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.cancel(CancelReason.CLIENT_GONE);
            throw cancellation.failure();
        }
    }

    private static DbException asException(Throwable failure) {
        return failure instanceof DbException known
                ? known
                : new DbException(ErrorCode.LOGICAL_ERROR, String.valueOf(failure), failure);
    }

    /** Takes no more; stops the query unless it has ended by itself. */
    @Override
    public void close() {
        if (!queue.isOver()) {
            cancellation.cancel(CancelReason.CLIENT_GONE);
        }
        queue.close();
    }
}
