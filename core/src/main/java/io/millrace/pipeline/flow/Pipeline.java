package io.millrace.pipeline.flow;

import java.util.List;

/**
 * One chain of a query: sources, transforms, a sink; run by up to {@code maxDrivers} drivers at once.
 *
 * @param name for EXPLAIN PIPELINE and logs
 * @param sources made when the pipeline starts, after its dependencies completed (a hash table's contents are known only then)
 * @param after pipelines that must have completed before this one starts
 */
public record Pipeline(
        String name,
        SourcesFactory sources,
        List<Transform.Factory> transforms,
        Sink.Factory sink,
        int maxDrivers,
        List<Pipeline> after) {
    public Pipeline {
        transforms = List.copyOf(transforms);
        after = List.copyOf(after);
    }

    /** Opens the sources at the moment the pipeline starts. */
    public interface SourcesFactory {
        Sources start();
    }
}
