package io.millrace.planner.build;

import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Transform;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline without its end: sources, transforms so far, how many drivers may run it, and what has to be complete before. Immutable.
 *
 * @param totals the row of WITH TOTALS that belongs to these rows
 */
record Stream(
        Pipeline.SourcesFactory sources,
        List<Transform.Factory> transforms,
        int maxDrivers,
        List<Pipeline> after,
        Totals totals) {
    static Stream of(Pipeline.SourcesFactory sources, int maxDrivers, List<Pipeline> after) {
        return new Stream(sources, List.of(), maxDrivers, List.copyOf(after), Totals.NONE);
    }

    boolean isSerial() {
        return maxDrivers == 1;
    }

    /** The same rows through one driver only: for steps that depend on the order of rows. */
    Stream serial() {
        return new Stream(sources, transforms, 1, after, totals);
    }

    Stream then(Transform.Factory transform) {
        List<Transform.Factory> more = new ArrayList<>(transforms);
        more.add(transform);
        return new Stream(sources, List.copyOf(more), maxDrivers, after, totals);
    }

    Stream after(Pipeline pipeline) {
        List<Pipeline> more = new ArrayList<>(after);
        more.add(pipeline);
        return new Stream(sources, transforms, maxDrivers, List.copyOf(more), totals);
    }

    Stream withTotals(Totals other) {
        return new Stream(sources, transforms, maxDrivers, after, other);
    }

    Pipeline into(String name, Sink.Factory sink) {
        return new Pipeline(name, sources, transforms, sink, maxDrivers, after);
    }

    /** The rows of all streams; each driver works through its share of the inputs one after the other, so that small inputs keep their order. */
    static Stream concatenation(List<Stream> inputs) {
        int drivers = inputs.stream().mapToInt(Stream::maxDrivers).max().orElse(1);
        List<Pipeline> after =
                inputs.stream().flatMap(s -> s.after().stream()).distinct().toList();
        return new Stream(() -> new ConcatenatedSources(inputs), List.of(), drivers, after, Totals.NONE);
    }
}
