package io.millrace.planner.build;

import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;

/** Sources that report the rows and bytes they deliver. */
record CountedSources(Sources inner, ReadCounter counter) implements Sources {
    @Override
    public int parallelism() {
        return inner.parallelism();
    }

    @Override
    public Source open(int driver) {
        Source source = inner.open(driver);
        return new Source() {
            @Override
            public Poll poll() {
                Poll poll = source.poll();
                if (poll instanceof Poll.Ready ready) {
                    counter.read(ready.block().rows(), ready.block().sizeBytes());
                }
                return poll;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
