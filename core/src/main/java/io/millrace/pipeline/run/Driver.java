package io.millrace.pipeline.run;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.flow.Wakeup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of a pipeline: a source, its transforms, a sink. Runs in turns of about 10 ms on a worker; parks when it has to wait. At most one worker
 * runs it at a time.
 */
final class Driver implements Runnable {
    private static final long QUANTUM_NANOS = 10_000_000;

    /** Blocks on their way are charged to the query when they are larger than blocks normally are. */
    private static final long LARGE_BYTES = 1L << 22;

    private final RunningPipeline pipeline;
    private final Source source;
    private final List<Transform> transforms;
    private final Sink sink;
    /** Where transform i gets its blocks; the last link is the sink's. */
    private final Link[] links;
    /** Even while running or queued, odd while parked; grows with every change, so that an old wakeup cannot end a later park. */
    private final AtomicLong parking = new AtomicLong();

    /** Bytes of the largest block on its way through the steps, as far as they are charged to the query. */
    private long inHand;

    private boolean sourceEnded;
    private int finishedTransforms;

    private Driver(RunningPipeline pipeline, Source source, List<Transform> transforms, Sink sink) {
        this.pipeline = pipeline;
        this.source = source;
        this.transforms = transforms;
        this.sink = sink;
        links = new Link[transforms.size() + 1];
        links[transforms.size()] = new Link(null, sink);
        for (int i = transforms.size() - 1; i >= 0; i--) {
            links[i] = new Link(transforms.get(i), links[i + 1]);
        }
    }

    static Driver open(Pipeline pipeline, Sources sources, int number, RunningPipeline running) {
        Source source = sources.open(number);
        List<Transform> transforms = new ArrayList<>();
        try {
            for (Transform.Factory factory : pipeline.transforms()) {
                transforms.add(factory.open(number));
            }
            return new Driver(running, source, transforms, pipeline.sink().open(number));
        } catch (Throwable e) {
            source.close();
            transforms.forEach(Transform::close);
            throw e;
        }
    }

    @Override
    public void run() {
        try {
            long end = System.nanoTime() + QUANTUM_NANOS;
            do {
                pipeline.run().checkCancelled();
                Wakeup wait = step();
                if (wait != null) {
                    park(wait);
                    return;
                }
                if (sourceEnded && finishedTransforms > transforms.size()) {
                    end();
                    return;
                }
            } while (System.nanoTime() < end);
        } catch (Throwable e) {
            pipeline.run().fail(e);
            end();
            return;
        }
        pipeline.run().lane().submit(this);
    }

    /** One block's work; answers what to wait for, if anything. */
    private @Nullable Wakeup step() {
        if (!sourceEnded) {
            switch (source.poll()) {
                case Source.Poll.Ready ready -> {
                    if (links[0].accept(ready.block()) instanceof Demand.Enough) {
                        sourceEnded = true;
                    }
                }
                case Source.Poll.Pending pending -> {
                    return pending.wakeup();
                }
                case Source.Poll.Finished finished -> sourceEnded = true;
            }
        } else if (finishedTransforms < transforms.size()) {
            Link next = links[finishedTransforms + 1];
            if (!next.enough) {
                transforms.get(finishedTransforms).finish(next);
            }
            finishedTransforms++;
        } else {
            sink.finish();
            finishedTransforms++;
        }
        return links[links.length - 1].takeFull();
    }

    private void park(Wakeup wait) {
        long ticket = parking.incrementAndGet();
        wait.whenReady(() -> unpark(ticket));
        // a cancellation that came while we were not yet parked has not seen us
        if (pipeline.run().hasFailed() || pipeline.run().isCancelled()) {
            unpark(ticket);
        }
    }

    private void unpark(long ticket) {
        if (parking.compareAndSet(ticket, ticket + 1)) {
            pipeline.run().lane().submit(this);
        }
    }

    /** Ends a park, if there is one, so that the driver looks at the cancellation. */
    void wake() {
        long now = parking.get();
        if ((now & 1) != 0) {
            unpark(now);
        }
    }

    private void end() {
        closeAll();
        pipeline.driverEnded();
    }

    void closeAll() {
        close(source);
        transforms.forEach(this::close);
        close(sink);
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            pipeline.run().fail(e instanceof DbException known ? known : DbException.bug("Closing a pipeline: " + e));
        }
    }

    /** The entry of one step; remembers what it said, since a step that hands on several blocks answers only once. */
    private final class Link implements Output {
        private final @Nullable Transform transform;
        private final Output next;
        private boolean enough;
        private @Nullable Wakeup full;

        Link(@Nullable Transform transform, Output next) {
            this.transform = transform;
            this.next = next;
        }

        @Override
        public Demand accept(Block block) {
            if (enough) {
                return Demand.ENOUGH;
            }
            // here too: a step may hand on a great many blocks before it comes back
            PipelineRun run = pipeline.run();
            run.checkCancelled();
            long more = block.sizeBytes() - inHand;
            if (more < LARGE_BYTES) {
                return handOn(block);
            }
            run.memory().reserve(more);
            inHand += more;
            try {
                return handOn(block);
            } finally {
                inHand -= more;
                run.memory().release(more);
            }
        }

        private Demand handOn(Block block) {
            Demand demand = transform == null ? next.accept(block) : transform.accept(block, next);
            switch (demand) {
                case Demand.Enough e -> enough = true;
                case Demand.Full f -> full = f.wakeup();
                case Demand.More m -> {}
            }
            return demand;
        }

        @Nullable
        Wakeup takeFull() {
            Wakeup taken = full;
            full = null;
            return taken;
        }
    }
}
