package io.millrace.engine;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.engine.ClientFacts.Door;
import io.millrace.engine.query.QueryDescription;
import io.millrace.engine.query.QueryLog;
import io.millrace.engine.query.QueryProgress;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.quota.QuotaMeter;
import io.millrace.engine.quota.Quotas;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets queries in: each gets its id, budget and time limit and is listed until its end, whatever that is. */
record Admission(EngineOptions options, MemoryTracker memory, Processes processes, Quotas quotas, QueryLog log) {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /**
     * Begins a query.
     *
     * @param inForce the settings that hold for it
     * @param run starts its work; what it throws ends the query and is thrown on
     */
    RunningQuery start(QueryDescription description, Settings inForce, Consumer<RunningQuery> run) {
        MemoryTracker queryMemory = memory.child("for query", inForce.get(QuerySettings.MAX_MEMORY_USAGE));
        Cancellation cancellation = new Cancellation();
        Scheduler.Handle limit = timeLimit(inForce, cancellation);
        QuotaMeter quota = quotas.meter(description.user().name(), description.client());
        boolean logged =
                inForce.get(QuerySettings.LOG_QUERIES) && description.client().door() != Door.LOCAL;
        AtomicBoolean started = new AtomicBoolean();
        RunningQuery query = new RunningQuery(
                description,
                cancellation,
                queryMemory,
                quota,
                (ended, event) -> {
                    if (logged) {
                        log(ended, event, started.get());
                    }
                },
                () -> {
                    limit.cancel();
                    processes.remove(description.id());
                });
        try {
            register(query, inForce);
        } catch (DbException e) {
            limit.cancel();
            queryMemory.close();
            throw e;
        }
        try {
            quota.begin(description.kind().quota());
            run.accept(query);
        } catch (DbException e) {
            abandon(query, e);
            throw e;
        } catch (RuntimeException | Error e) {
            DbException known = DbException.of(e);
            if (known.code() == ErrorCode.LOGICAL_ERROR) {
                LOG.error("Query {} failed: {}", description.id(), description.text(), e);
            }
            abandon(query, known);
            throw known;
        }
        started.set(true);
        if (logged) {
            log.started(description, query.progress().counts());
        }
        return query;
    }

    private void log(RunningQuery query, ResultEvent event, boolean started) {
        Optional<DbException> failure =
                event instanceof ResultEvent.Failed failed ? Optional.of(failed.error()) : Optional.empty();
        QueryProgress.Counts counts = query.progress().counts();
        if (!started && failure.isPresent()) {
            log.refused(query.description(), counts, failure.get());
        } else {
            log.ended(query.description(), counts, failure);
        }
    }

    private void register(RunningQuery query, Settings settings) {
        if (settings.get(QuerySettings.REPLACE_RUNNING_QUERY)) {
            processes.stopOther(query, Duration.ofMillis(settings.get(QuerySettings.REPLACE_RUNNING_QUERY_MAX_WAIT)));
        }
        processes.add(
                query,
                options.config().current().number("max_concurrent_queries").orElse(0L));
    }

    private static void abandon(RunningQuery query, DbException failure) {
        query.cancel(CancelReason.SIBLING_FAILED);
        query.deliver(new ResultEvent.Failed(failure));
        query.close();
    }

    private Scheduler.Handle timeLimit(Settings settings, Cancellation cancellation) {
        double seconds = settings.get(QuerySettings.MAX_EXECUTION_TIME);
        if (seconds <= 0) {
            return () -> {};
        }
        long start = System.nanoTime();
        return options.scheduler().alarm(Duration.ofNanos((long) (seconds * 1e9)), () -> {
            double elapsed = (System.nanoTime() - start) / 1e6;
            cancellation.cancel(
                    CancelReason.TIMED_OUT,
                    "Timeout exceeded: elapsed " + elapsed + " ms, maximum: " + seconds * 1000 + " ms");
        });
    }
}
