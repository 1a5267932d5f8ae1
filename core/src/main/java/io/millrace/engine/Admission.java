package io.millrace.engine;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.base.time.Scheduler;
import io.millrace.engine.access.User;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.quota.QuotaMeter;
import io.millrace.engine.quota.QuotaResource;
import io.millrace.engine.quota.Quotas;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets queries in: each gets its id, budget and time limit and is listed until its end, whatever that is. */
record Admission(EngineOptions options, MemoryTracker memory, Processes processes, Quotas quotas) {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /**
     * Begins a query.
     *
     * @param inForce the settings that hold for it
     * @param kind what a quota counts it as; empty for neither SELECT nor INSERT
     * @param text as it is shown to others
     * @param run starts its work; what it throws ends the query and is thrown on
     */
    RunningQuery start(
            User user,
            QueryRequest request,
            Settings inForce,
            Optional<QuotaResource> kind,
            String text,
            Consumer<RunningQuery> run) {
        String id = request.queryId()
                .filter(q -> !q.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        MemoryTracker queryMemory = memory.child("for query", inForce.get(QuerySettings.MAX_MEMORY_USAGE));
        Cancellation cancellation = new Cancellation();
        Scheduler.Handle limit = timeLimit(inForce, cancellation);
        QuotaMeter quota = quotas.meter(user.name(), request.client());
        RunningQuery query = new RunningQuery(id, user, text, cancellation, queryMemory, quota, () -> {
            limit.cancel();
            processes.remove(id);
        });
        try {
            register(query, inForce);
        } catch (DbException e) {
            limit.cancel();
            queryMemory.close();
            throw e;
        }
        try {
            quota.begin(kind);
            run.accept(query);
            return query;
        } catch (DbException e) {
            abandon(query, e);
            throw e;
        } catch (RuntimeException | Error e) {
            DbException known = DbException.of(e);
            if (known.code() == ErrorCode.LOGICAL_ERROR) {
                LOG.error("Query {} failed: {}", id, query.text(), e);
            }
            abandon(query, known);
            throw known;
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
