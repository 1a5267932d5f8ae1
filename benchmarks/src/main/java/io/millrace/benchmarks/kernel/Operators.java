package io.millrace.benchmarks.kernel;

import io.millrace.base.error.DbException;
import io.millrace.base.io.RealVfs;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.WorkerPool;
import java.nio.file.Path;
import java.util.List;

/** Runs operators in the calling thread. */
final class Operators {
    private Operators() {}

    /** For queries of one thread that never spill. */
    static QueryResources resources(WorkerPool pool) {
        return QueryResources.inMemory(pool, EvaluationContext.unlimited(), new RealVfs(), Path.of("unused"));
    }

    /** Feeds blocks to the only sink of a factory. */
    static void feed(Sink.Factory factory, List<Block> blocks) {
        try (Sink sink = factory.open(0)) {
            blocks.forEach(sink::accept);
            sink.finish();
        }
        factory.complete();
    }

    /** Drains the sources one after the other. */
    static void drain(Sources sources, Output output) {
        for (int driver = 0; driver < sources.parallelism(); driver++) {
            try (Source source = sources.open(driver)) {
                Source.Poll poll = source.poll();
                while (poll instanceof Source.Poll.Ready(Block block)) {
                    output.accept(block);
                    poll = source.poll();
                }
                if (poll instanceof Source.Poll.Pending) {
                    throw DbException.bug("An operator in one thread waits");
                }
            }
        }
    }
}
