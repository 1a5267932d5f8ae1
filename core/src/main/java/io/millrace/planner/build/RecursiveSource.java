package io.millrace.planner.build;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.planner.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** WITH RECURSIVE: runs the first query, then the step over the rows of the round before, until a round gives none. */
final class RecursiveSource implements Source {
    /** Builds one round's pipelines. */
    interface Round {
        List<Pipeline> build(Plan plan, Sink.Factory sink);
    }

    /** Starts the rounds when the pipeline starts. */
    record Rounds(Plan.Recursive plan, Round round, Header header, QueryResources resources)
            implements Pipeline.SourcesFactory, Sources {
        @Override
        public Sources start() {
            return this;
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public Source open(int driver) {
            return new RecursiveSource(this);
        }
    }

    private final Rounds rounds;
    private final Deque<Block> ready = new ArrayDeque<>();
    private @Nullable PipelineRun running;
    private CollectSink collected;
    private long round;

    private RecursiveSource(Rounds rounds) {
        this.rounds = rounds;
        this.collected = new CollectSink(rounds.resources().context());
        start(rounds.plan().first());
    }

    private void start(Plan plan) {
        long most = rounds.plan().maxRounds();
        if (round++ > most) {
            throw new DbException(
                    ErrorCode.TOO_DEEP_RECURSION,
                    "Maximum recursive CTE evaluation depth (" + most + ") exceeded, during evaluation of "
                            + rounds.plan().work().definition().id().name()
                            + ". Consider raising max_recursive_cte_evaluation_depth setting");
        }
        collected = new CollectSink(rounds.resources().context());
        running = PipelineRun.start(rounds.round().build(plan, collected), rounds.resources());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the failure is seen when poll asks the run itself
    private static void wake(PipelineRun run, Runnable action) {
        run.completion().whenComplete((done, failure) -> action.run());
    }

    @Override
    public Poll poll() {
        while (true) {
            Block block = ready.poll();
            if (block != null) {
                return new Poll.Ready(block);
            }
            PipelineRun run = running;
            if (run == null) {
                return FINISHED;
            }
            if (!run.completion().isDone()) {
                return new Poll.Pending(action -> wake(run, action));
            }
            run.awaitBlocking();
            running = null;
            List<Block> rows =
                    collected.blocks().stream().filter(b -> b.rows() > 0).toList();
            if (!rows.isEmpty()) {
                ready.addAll(rows);
                rounds.plan().work().replace(rows);
                start(rounds.plan().step());
            }
        }
    }
}
