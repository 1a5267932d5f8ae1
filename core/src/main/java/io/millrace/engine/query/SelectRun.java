package io.millrace.engine.query;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.formats.ExpressionEvaluator;
import io.millrace.formats.Format;
import io.millrace.formats.Formats;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.operator.result.Extremes;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.planner.build.PipelineBuilder;
import io.millrace.planner.build.PipelineBuilder.BuiltQuery;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import java.util.List;
import java.util.Optional;

/** Runs a planned query and delivers its result as the door wants it. */
public final class SelectRun {
    private SelectRun() {}

    /** Starts the query; returns at once, the events follow. */
    public static void start(PlannedQuery planned, Optional<String> formatName, QueryContext context) {
        RunningQuery query = context.query();
        Header header = planned.header();
        switch (context.request().output()) {
            case FORMATTED -> {
                Format format = Formats.of(
                        formatName.or(context.request()::defaultFormat).orElse("TabSeparated"));
                FormattedResult result = new FormattedResult(
                        query.events(),
                        query.progress(),
                        ResultLimits.of(context.settings()),
                        context.evaluation(),
                        context.settings().get(QuerySettings.EXTREMES)
                                ? Optional.of(new Extremes(header))
                                : Optional.empty(),
                        output -> format.writer(output, header, context.format(ExpressionEvaluator.NONE, false)));
                query.deliver(new ResultEvent.Started(
                        header, Optional.of(new ResultEvent.FormatInfo(format.name(), format.contentType()))));
                query.whenIdle(result::flushWaiting);
                run(planned, result, context, new FormattedEnd(result, context));
            }
            case BLOCKS -> {
                query.deliver(new ResultEvent.Started(header, Optional.empty()));
                Sink.Factory rows = driver -> block -> {
                    query.progress().delivered(block.rows(), block.sizeBytes());
                    return query.events().add(new ResultEvent.Rows(block));
                };
                run(
                        planned,
                        rows,
                        context,
                        ended -> ended.totals().map(ResultEvent.TotalRow::new).ifPresent(query::deliver));
            }
        }
    }

    /** Rows that are known already, as a result. */
    public static void answer(Block block, Optional<String> formatName, QueryContext context) {
        start(new PlannedQuery(new Plan.Values(block), List.of()), formatName, context);
    }

    private interface End {
        void reached(ResultEnd end);

        /** Tells a failure inside the result; false if that is not wanted or not possible. */
        default boolean tells(DbException failure) {
            return false;
        }
    }

    private record FormattedEnd(FormattedResult result, QueryContext context) implements End {
        @Override
        public void reached(ResultEnd end) {
            result.finish(end);
        }

        @Override
        public boolean tells(DbException failure) {
            return context.settings().get(QuerySettings.WRITE_EXCEPTION_IN_OUTPUT_FORMAT)
                    && result.fail(failure.display(context.analysis().bind().version()));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are delivered as events by the action itself
    private static void run(PlannedQuery planned, Sink.Factory sink, QueryContext context, End end) {
        RunningQuery query = context.query();
        BuiltQuery built = PipelineBuilder.build(planned, sink, context.resources(), query.progress());
        query.progress().expect(built.rowsToRead());
        PipelineRun run = planned.isKnown()
                ? PipelineRun.startHere(built.pipelines(), context.resources())
                : PipelineRun.start(built.pipelines(), context.resources());
        run.completion().whenComplete((done, failure) -> {
            try {
                if (failure != null) {
                    DbException known = DbException.of(failure);
                    query.deliver(new ResultEvent.Failed(known, end.tells(known)));
                    return;
                }
                end.reached(new ResultEnd(built.totals().block(), built.rowsBeforeLimit()));
                query.deliver(new ResultEvent.Finished(query.progress().counts()));
            } catch (RuntimeException | Error e) {
                // without an event the client would wait for ever
                query.deliver(new ResultEvent.Failed(DbException.of(e)));
            }
        });
    }
}
