package io.millrace.pipeline.operator.join;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.column.ConstColumn;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.buffer.Concatenation;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A hash join: one pipeline builds the table of the right side, another probes it with the left side, and where unmatched right rows belong to the result a third one
 * delivers them. Thread-safe as the interfaces demand.
 */
public final class Joining {
    private final JoinSpec spec;
    private final QueryResources resources;
    private final Reservation memory;
    /** By driver; guarded by itself. */
    private final List<List<Block>> collected = new ArrayList<>();

    private volatile Optional<JoinTable> table = Optional.empty();

    public Joining(JoinSpec spec, QueryResources resources) {
        this.spec = spec;
        this.resources = resources;
        this.memory = new Reservation(resources.context().memory());
    }

    /** Takes the right side; the table is there when its pipeline has completed. */
    public Sink.Factory build() {
        return new Sink.Factory() {
            @Override
            public Sink open(int driver) {
                List<Block> mine = new ArrayList<>();
                synchronized (collected) {
                    collected.add(mine);
                }
                return block -> {
                    // twice: the blocks, and the one they are joined to
                    memory.grow(2 * block.sizeBytes());
                    mine.add(block);
                    return Demand.MORE;
                };
            }

            @Override
            public void complete() {
                List<Block> blocks = collected.stream().flatMap(List::stream).toList();
                collected.clear();
                Cancellation cancellation = resources.context().cancellation();
                Block all = blocks.isEmpty()
                        ? spec.right().emptyBlock()
                        : Concatenation.of(spec.right(), blocks, cancellation);
                memory.grow(-all.sizeBytes());
                table = Optional.of(new JoinTable(spec, plain(all), memory, cancellation));
            }
        };
    }

    /** Constants are repeated, dictionaries stay. */
    private static Block plain(Block block) {
        return new Block(
                block.header(),
                block.columns().stream()
                        .map(c -> c instanceof ConstColumn constant ? constant.plain() : c)
                        .toList(),
                block.rows());
    }

    private JoinTable table() {
        return table.orElseThrow(() -> DbException.bug("A join is probed before its table has been built"));
    }

    /** Joins the left side; its pipeline comes after that of {@link #build}. */
    public Transform.Factory probe() {
        return driver -> new ProbeTransform(spec, table(), resources.context());
    }

    /** The right rows without a match, where they belong to the result; their pipeline comes after that of {@link #probe}. */
    public Optional<Pipeline.SourcesFactory> unmatched() {
        boolean right = spec.kind() == JoinSpec.Kind.RIGHT || spec.kind() == JoinSpec.Kind.FULL;
        if (!right || spec.strictness() == JoinSpec.Strictness.SEMI) {
            return Optional.empty();
        }
        return Optional.of(() -> new Sources() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public Source open(int driver) {
                return new UnmatchedSource(table());
            }
        });
    }

    /** Walks through the right rows that nothing has matched. */
    private final class UnmatchedSource implements Source {
        private final JoinTable joined;
        private final JoinOutput output = new JoinOutput(spec);
        private int position;

        UnmatchedSource(JoinTable joined) {
            this.joined = joined;
        }

        @Override
        public Poll poll() {
            int rows = joined.rows().rows();
            int[] found = new int[Math.min(rows - position, resources.blockRows())];
            int count = 0;
            while (position < rows && count < found.length) {
                if (!joined.isUsed(position)) {
                    found[count++] = position;
                }
                position++;
            }
            return count == 0
                    ? FINISHED
                    : new Poll.Ready(output.unmatched(joined.rows(), Arrays.copyOf(found, count), count));
        }
    }
}
