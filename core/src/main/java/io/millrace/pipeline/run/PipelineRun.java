package io.millrace.pipeline.run;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Pipeline;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of one query while they run: starts each when those before it have completed, stops all at the first failure. Thread-safe.
 */
public final class PipelineRun {
    private final EvaluationContext context;
    private final WorkerPool.Lane lane;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private final IdentityHashMap<Pipeline, RunningPipeline> running = new IdentityHashMap<>();
    // guarded by this
    private int unfinished;
    private int active;
    private @Nullable Throwable failure;

    private PipelineRun(QueryResources resources) {
        this.context = resources.context();
        this.lane = resources.pool().newLane();
    }

    /**
     * Starts pipelines and all that they come after. When one fails, or the query is cancelled, the others are stopped ({@link
     * CancelReason#SIBLING_FAILED}) and the run fails with the first error once every part is closed.
     */
    public static PipelineRun start(List<Pipeline> pipelines, QueryResources resources) {
        PipelineRun run = new PipelineRun(resources);
        pipelines.forEach(run::add);
        run.begin();
        return run;
    }

    /**
     * The same on the calling thread, which returns when the run is over or waits for somebody else. For so little work that it costs less than waking a
     * worker does.
     */
    public static PipelineRun startHere(List<Pipeline> pipelines, QueryResources resources) {
        PipelineRun run = new PipelineRun(resources);
        pipelines.forEach(run::add);
        run.lane.hold();
        run.begin();
        run.lane.runHeld();
        return run;
    }

    private RunningPipeline add(Pipeline pipeline) {
        RunningPipeline known = running.get(pipeline);
        if (known != null) {
            return known;
        }
        RunningPipeline added = new RunningPipeline(pipeline, this);
        running.put(pipeline, added);
        for (Pipeline before : pipeline.after()) {
            add(before).addDependent(added);
        }
        return added;
    }

    private void begin() {
        List<RunningPipeline> ready = new ArrayList<>();
        synchronized (this) {
            unfinished = running.size();
            for (RunningPipeline pipeline : running.values()) {
                if (pipeline.isReady()) {
                    ready.add(pipeline);
                }
            }
            active = ready.size();
        }
        if (unfinished == 0) {
            completion.complete(null);
            return;
        }
        context.cancellation().onCancel(() -> running.values().forEach(RunningPipeline::wakeAll));
        ready.forEach(pipeline -> lane.submit(pipeline::start));
    }

    /** Completes when every pipeline has, or fails with the first error; by then everything is closed. */
    public CompletableFuture<Void> completion() {
        return completion;
    }

    /**
     * Waits for the end; for virtual threads and tests, never for a worker.
     *
     * @throws DbException the first failure
     */
    public void awaitBlocking() {
        try {
            completion.get();
        } catch (ExecutionException | CompletionException e) {
            throw DbException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.cancellation().cancel(CancelReason.CLIENT_GONE);
            throw context.cancellation().failure();
        }
    }

    WorkerPool.Lane lane() {
        return lane;
    }

    MemoryTracker memory() {
        return context.memory();
    }

    void checkCancelled() {
        context.cancellation().check();
    }

    boolean isCancelled() {
        return context.cancellation().isCancelled();
    }

    boolean hasFailed() {
        synchronized (this) {
            return failure != null;
        }
    }

    /** Records the first failure and stops the others. */
    void fail(Throwable cause) {
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = DbException.of(cause);
        }
        context.cancellation().cancel(CancelReason.SIBLING_FAILED);
    }

    /** A pipeline has ended: all its drivers are closed, and when it went well its sink is complete. */
    void ended(RunningPipeline pipeline, boolean well) {
        List<RunningPipeline> ready = new ArrayList<>();
        boolean over;
        Throwable cause;
        synchronized (this) {
            active--;
            unfinished--;
            cause = failure;
            if (well && cause == null) {
                ready.addAll(pipeline.releaseDependents());
                active += ready.size();
            }
            over = active == 0 && (unfinished == 0 || cause != null);
        }
        ready.forEach(next -> lane.submit(next::start));
        if (over) {
            if (cause == null) {
                completion.complete(null);
            } else {
                completion.completeExceptionally(cause);
            }
        }
    }
}
