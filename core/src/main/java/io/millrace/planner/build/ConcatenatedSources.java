package io.millrace.planner.build;

import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Transform;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** UNION ALL: the sources of several streams with their transforms, one input after the other. Thread-safe. */
final class ConcatenatedSources implements Sources {
    private record Input(Sources sources, List<Transform.Factory> transforms, int drivers) {}

    private final List<Input> inputs = new ArrayList<>();

    ConcatenatedSources(List<Stream> streams) {
        for (Stream stream : streams) {
            Sources sources = stream.sources().start();
            int drivers = Math.min(stream.maxDrivers(), Math.max(1, sources.parallelism()));
            inputs.add(new Input(sources, stream.transforms(), drivers));
        }
    }

    @Override
    public int parallelism() {
        return inputs.stream().mapToInt(Input::drivers).max().orElse(1);
    }

    @Override
    public Source open(int driver) {
        return new Concatenation(driver);
    }

    /** One driver's share: its source of each input, through its own transforms. */
    private final class Concatenation implements Source {
        private final int driver;
        private final Deque<Block> ready = new ArrayDeque<>();
        private int next;
        private Source current = () -> FINISHED;
        private List<Transform> chain = List.of();
        private boolean ended = true;
        private boolean enough;

        Concatenation(int driver) {
            this.driver = driver;
        }

        @Override
        public Poll poll() {
            while (true) {
                Block block = ready.poll();
                if (block != null) {
                    return new Poll.Ready(block);
                }
                if (ended && !openNext()) {
                    return FINISHED;
                }
                switch (enough ? FINISHED : current.poll()) {
                    case Poll.Ready polled -> enough = push(0, polled.block()) instanceof Demand.Enough;
                    case Poll.Pending pending -> {
                        return pending;
                    }
                    case Poll.Finished finished -> endInput();
                }
            }
        }

        private boolean openNext() {
            while (next < inputs.size()) {
                Input input = inputs.get(next++);
                if (driver < input.drivers()) {
                    current = input.sources().open(driver);
                    chain = input.transforms().stream().map(f -> f.open(driver)).toList();
                    ended = false;
                    enough = false;
                    return true;
                }
            }
            return false;
        }

        private Demand push(int step, Block block) {
            if (step == chain.size()) {
                if (block.rows() > 0) {
                    ready.add(block);
                }
                return Demand.MORE;
            }
            return chain.get(step).accept(block, after(step));
        }

        private Output after(int step) {
            return b -> push(step + 1, b);
        }

        private void endInput() {
            for (int step = 0; step < chain.size(); step++) {
                chain.get(step).finish(after(step));
            }
            close();
        }

        @Override
        public void close() {
            if (!ended) {
                ended = true;
                current.close();
                chain.forEach(Transform::close);
            }
        }
    }
}
