package io.millrace.pipeline.operator.exchange;

import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.run.BlockQueue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes blocks from some pipelines to another one that runs at the same time: UNION ALL, or a serial stream to parallel drivers. Order is kept with one producing
 * driver and one consumer. Thread-safe.
 */
public final class Exchange implements Sink.Factory {
    private static final long MAX_BYTES = 64L << 20;

    private final BlockQueue queue;
    private final int consumers;
    private final AtomicInteger producing;
    private final AtomicInteger consuming;

    /**
     * @param producers pipelines that have this as their sink
     * @param consumers drivers of the pipeline that reads, at most
     */
    public Exchange(int producers, int consumers) {
        this.queue = new BlockQueue(4 * Math.max(producers, consumers), MAX_BYTES);
        this.consumers = consumers;
        this.producing = new AtomicInteger(producers);
        this.consuming = new AtomicInteger();
    }

    @Override
    public Sink open(int driver) {
        return queue::give;
    }

    @Override
    public void complete() {
        if (producing.decrementAndGet() == 0) {
            queue.end(Optional.empty());
        }
    }

    /** What the producers give; the reading pipeline must not come after them. */
    public Pipeline.SourcesFactory sources() {
        return () -> new Sources() {
            @Override
            public int parallelism() {
                return Math.max(1, consumers);
            }

            @Override
            public Source open(int driver) {
                consuming.incrementAndGet();
                return new QueueSource();
            }
        };
    }

    /** One consumer's end. */
    private final class QueueSource implements Source {
        @Override
        public Poll poll() {
            return queue.poll()
                    .<Poll>map(Poll.Ready::new)
                    .orElseGet(() -> queue.isOver() ? FINISHED : new Poll.Pending(queue::whenAvailable));
        }

        @Override
        public void close() {
            if (consuming.decrementAndGet() == 0) {
                queue.close();
            }
        }
    }
}
