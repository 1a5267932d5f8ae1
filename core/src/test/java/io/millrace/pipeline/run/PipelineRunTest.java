package io.millrace.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.type.Types;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.exchange.Exchange;
import io.millrace.pipeline.operator.limit.LimitTransform;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.operator.result.ResultQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Running: order, waiting, failing, closing. */
@Timeout(30)
final class PipelineRunTest {
    @TempDir
    Path spill;

    private final Block block = Rows.block(10, 100, new Random(1), Types.INT64);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /** Endless blocks; counts what is opened and closed. */
    private Pipeline.SourcesFactory endless() {
        return () -> new Sources() {
            @Override
            public int parallelism() {
                return 3;
            }

            @Override
            public Source open(int driver) {
                opened.incrementAndGet();
                return new Source() {
                    @Override
                    public Poll poll() {
                        return new Poll.Ready(block);
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                };
            }
        };
    }

    private Transform.Factory failingAt(int count) {
        AtomicInteger seen = new AtomicInteger();
        return driver -> {
            opened.incrementAndGet();
            return new Transform() {
                @Override
                public Demand accept(Block taken, Output next) {
                    if (seen.incrementAndGet() == count) {
                        throw new DbException(ErrorCode.BAD_ARGUMENTS, "as planned");
                    }
                    return next.accept(taken);
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        };
    }

    private static void expect(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void theFirstFailureWinsAndEverythingIsClosedOnce() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        expect(ErrorCode.BAD_ARGUMENTS, () -> Rows.run(resources, endless(), List.of(failingAt(500)), 3));
        assertThat(opened.get()).isEqualTo(6);
        assertThat(closed.get()).isEqualTo(6);
        assertThat(resources.context().cancellation().reason()).contains(CancelReason.SIBLING_FAILED);
    }

    @Test
    void cancellingEndsParkedAndRunningDrivers() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        Source.Poll pending = new Source.Poll.Pending(action -> {});
        Sources parked = new Sources() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public Source open(int driver) {
                return () -> pending;
            }
        };
        CollectSink sink = new CollectSink(resources.context());
        Pipeline waiting = Rows.pipeline(() -> parked, List.of(), sink, 1);
        Pipeline busy = Rows.pipeline(endless(), List.of(), driver -> taken -> Demand.MORE, 3);
        PipelineRun run = PipelineRun.start(List.of(waiting, busy), resources);
        resources.context().cancellation().cancel(CancelReason.KILLED);
        expect(ErrorCode.QUERY_WAS_CANCELLED, run::awaitBlocking);
        assertThat(closed.get()).isEqualTo(opened.get());
    }

    @Test
    void enoughStopsAnEndlessSource() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        List<Block> result = Rows.run(resources, endless(), List.of(LimitTransform.factory(95, 5)), 3);
        assertThat(Rows.text(result)).hasSize(95);
        assertThat(closed.get()).isEqualTo(opened.get());
    }

    @Test
    void dependentsStartAfterCompletion() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        List<String> log = java.util.Collections.synchronizedList(new ArrayList<>());
        Sink.Factory first = new Sink.Factory() {
            @Override
            public Sink open(int driver) {
                return taken -> Demand.MORE;
            }

            @Override
            public void complete() {
                log.add("complete");
            }
        };
        Pipeline build = Rows.pipeline(Rows.of(List.of(block, block)), List.of(), first, 2);
        Pipeline.SourcesFactory second = () -> {
            log.add("start");
            return Rows.of(List.of(block)).start();
        };
        Rows.run(resources, second, List.of(), 2, build);
        assertThat(log).containsExactly("complete", "start");
    }

    @Test
    void exchangesPassEverythingOn() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        List<Block> many = java.util.Collections.nCopies(500, block);
        Exchange exchange = new Exchange(2, 2);
        Pipeline one = Rows.pipeline(Rows.of(many), List.of(), exchange, 2);
        Pipeline two = Rows.pipeline(Rows.of(many), List.of(), exchange, 1);
        CollectSink sink = new CollectSink(resources.context());
        Pipeline reading = Rows.pipeline(exchange.sources(), List.of(), sink, 2);
        PipelineRun.start(List.of(one, two, reading), resources).awaitBlocking();
        assertThat(sink.rows()).isEqualTo(10_000);
    }

    @Test
    void anExchangeWithoutReadersStopsItsProducers() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        Exchange exchange = new Exchange(1, 1);
        Pipeline endless = Rows.pipeline(endless(), List.of(), exchange, 3);
        CollectSink sink = new CollectSink(resources.context());
        Pipeline reading = Rows.pipeline(exchange.sources(), List.of(LimitTransform.factory(50, 0)), sink, 1);
        PipelineRun.start(List.of(endless, reading), resources).awaitBlocking();
        assertThat(sink.rows()).isEqualTo(50);
    }

    @Test
    void resultsWaitForASlowTaker() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        ResultQueue queue = new ResultQueue(3, 1 << 20, resources.context().cancellation());
        List<Block> many = java.util.Collections.nCopies(300, block);
        PipelineRun run = PipelineRun.start(List.of(Rows.pipeline(Rows.of(many), List.of(), queue, 3)), resources);
        queue.endWith(run);
        int rows = 0;
        for (Optional<Block> next = queue.take(); next.isPresent(); next = queue.take()) {
            rows += next.get().rows();
        }
        assertThat(rows).isEqualTo(3000);
    }

    @Test
    void aRunStartedHereIsOverWhenItReturns() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        CollectSink sink = new CollectSink(resources.context());
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Transform.Factory noting = driver -> (taken, output) -> {
            threads.add(Thread.currentThread());
            return output.accept(taken);
        };
        Pipeline first = Rows.pipeline(Rows.of(List.of(block, block)), List.of(noting), sink, 3);
        Pipeline second = Rows.pipeline(Rows.of(List.of(block)), List.of(noting), sink, 1, first);
        PipelineRun run = PipelineRun.startHere(List.of(second), resources);
        assertThat(run.completion()).isCompleted();
        assertThat(sink.rows()).isEqualTo(30);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void aRunStartedHereGoesOnElsewhereOnceItHasWaited() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        ResultQueue queue = new ResultQueue(3, 1 << 20, resources.context().cancellation());
        List<Block> many = java.util.Collections.nCopies(300, block);
        PipelineRun run = PipelineRun.startHere(List.of(Rows.pipeline(Rows.of(many), List.of(), queue, 1)), resources);
        queue.endWith(run);
        int rows = 0;
        for (Optional<Block> next = queue.take(); next.isPresent(); next = queue.take()) {
            rows += next.get().rows();
        }
        assertThat(rows).isEqualTo(3000);
    }

    @Test
    void aTakerThatLeavesStopsTheQuery() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        ResultQueue queue = new ResultQueue(3, 1 << 20, resources.context().cancellation());
        PipelineRun run = PipelineRun.start(List.of(Rows.pipeline(endless(), List.of(), queue, 3)), resources);
        queue.endWith(run);
        assertThat(queue.take()).isPresent();
        queue.close();
        assertThat(run.completion().handle((v, e) -> true).join()).isTrue();
        assertThat(closed.get()).isEqualTo(opened.get());
    }

    @Test
    void failuresReachTheTaker() {
        QueryResources resources = Rows.resources(spill, 0, 3, 100);
        ResultQueue queue = new ResultQueue(1000, 1 << 20, resources.context().cancellation());
        PipelineRun run =
                PipelineRun.start(List.of(Rows.pipeline(endless(), List.of(failingAt(20)), queue, 3)), resources);
        queue.endWith(run);
        expect(ErrorCode.BAD_ARGUMENTS, () -> {
            while (queue.take().isPresent()) {
                Thread.onSpinWait();
            }
        });
    }
}
