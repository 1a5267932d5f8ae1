package io.millrace.benchmarks.kernel;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.join.JoinSpec;
import io.millrace.pipeline.operator.join.Joining;
import io.millrace.pipeline.run.WorkerPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Probing the table of a join of which most rows find nothing. */
final class JoinKernels {
    private static final int BLOCK = 65_536;
    private static final int PROBED = 32;
    private static final int BUILT = 8;
    private static final Header LEFT = Header.of(new Header.Field("a", Types.INT64));
    private static final Header RIGHT = Header.of(new Header.Field("b", Types.INT64));

    private final Random random;

    JoinKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        List<Block> left = blocks(LEFT, PROBED, 0, 2_000_000);
        List<Block> right = blocks(RIGHT, BUILT, 0, 600_000);
        JoinSpec spec = new JoinSpec(
                JoinSpec.Kind.LEFT,
                JoinSpec.Strictness.SEMI,
                LEFT,
                RIGHT,
                List.of(0),
                List.of(0),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                new Header(List.of(LEFT.fields().getFirst(), RIGHT.fields().getFirst())));
        Kernel.Run ours = () -> probe(spec, left, right);
        return List.of(new Kernel(34, "join rows of which a fifth find something", BLOCK * PROBED, 0.5, ours, () -> {
            Set<Long> keys = new HashSet<>();
            for (Block block : right) {
                for (long value : values(block)) {
                    keys.add(value);
                }
            }
            long found = 0;
            for (Block block : left) {
                for (long value : values(block)) {
                    found += keys.contains(value) ? 1 : 0;
                }
            }
            return found;
        }));
    }

    private static long probe(JoinSpec spec, List<Block> left, List<Block> right) {
        try (WorkerPool pool = new WorkerPool(1, "kernel")) {
            Joining joining = new Joining(spec, Operators.resources(pool));
            Operators.feed(joining.build(), right);
            long[] found = new long[1];
            try (Transform probe = joining.probe().open(0)) {
                for (Block block : left) {
                    probe.accept(block, joined -> {
                        found[0] += joined.rows();
                        return Demand.MORE;
                    });
                }
            }
            return found[0];
        }
    }

    private static long[] values(Block block) {
        return ((LongColumn) block.column(0)).values();
    }

    private List<Block> blocks(Header header, int count, long from, long to) {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            blocks.add(new Block(
                    header, List.of(new LongColumn(random.longs(BLOCK, from, to).toArray(), BLOCK)), BLOCK));
        }
        return blocks;
    }
}
