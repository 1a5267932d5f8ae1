package io.millrace.planner.build;

import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import org.jspecify.annotations.Nullable;

/** One block that is known already. */
record OneBlock(Block block) implements Pipeline.SourcesFactory {
    @Override
    public Sources start() {
        return new Sources() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public Source open(int driver) {
                return new Once(driver == 0 && block.rows() > 0 ? block : null);
            }
        };
    }

    private static final class Once implements Source {
        private @Nullable Block rest;

        Once(@Nullable Block block) {
            rest = block;
        }

        @Override
        public Poll poll() {
            Block block = rest;
            rest = null;
            return block == null ? FINISHED : new Poll.Ready(block);
        }
    }
}
