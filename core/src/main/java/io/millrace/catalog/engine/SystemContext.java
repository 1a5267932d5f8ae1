package io.millrace.catalog.engine;

import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.expressions.function.Functions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What system tables may look at: the server's state as the asking session sees it. */
public interface SystemContext {
    Catalog catalog();

    Functions functions();

    /** The settings in force for the asking query. */
    Settings settings();

    /**
     * What the user of the query may change a setting to.
     *
     * @param readonly whether it cannot be changed now
     */
    record SettingLimits(Optional<String> min, Optional<String> max, boolean readonly) {}

    SettingLimits limits(String setting);

    String user();

    String database();

    String version();

    Instant startedAt();

    /** Substitutions by the name of their macro. */
    Map<String, String> macros();

    /** All users, by name. */
    List<UserFacts> users();

    /** All roles, by name. */
    List<RoleFacts> roles();

    /**
     * One user.
     *
     * @param methods what it proves itself with, by the names of system.users
     */
    record UserFacts(
            String name,
            UUID id,
            String storage,
            List<String> methods,
            List<String> addresses,
            List<String> hostNames,
            List<String> hostPatterns,
            boolean allRoles,
            List<String> defaultRoles,
            List<String> exceptRoles,
            String defaultDatabase) {}

    /** One role. */
    record RoleFacts(String name, UUID id, String storage) {}

    /** All quotas, by name. */
    List<QuotaFacts> quotas();

    /** What was used of quotas, an entry for each of their intervals. */
    List<QuotaUseFacts> quotaUses();

    /**
     * One quota.
     *
     * @param keys who counts together, by the names of system.quotas
     * @param users whom it is for
     */
    record QuotaFacts(
            String name,
            UUID id,
            String storage,
            List<String> keys,
            List<QuotaIntervalFacts> intervals,
            List<String> users) {}

    /**
     * An interval of a quota.
     *
     * @param limits by resource; only those that are limited
     */
    record QuotaIntervalFacts(long seconds, boolean randomized, Map<String, Number> limits) {}

    /**
     * What was used in an interval.
     *
     * @param current whether this query counts there
     * @param used by resource
     */
    record QuotaUseFacts(
            String quota,
            String key,
            boolean current,
            Instant start,
            Instant end,
            QuotaIntervalFacts interval,
            Map<String, Number> used) {}

    /** The last queries, in the order of what happened. */
    List<LoggedQuery> queryLog();

    /**
     * Something that happened to a query.
     *
     * @param type what, by the names of system.query_log
     * @param durationMillis from its start until then
     * @param exceptionCode 0 for none
     */
    record LoggedQuery(
            String type,
            Instant time,
            Instant start,
            long durationMillis,
            String queryId,
            String user,
            String kind,
            String query,
            String database,
            ClientFacts client,
            long readRows,
            long readBytes,
            long writtenRows,
            long writtenBytes,
            long resultRows,
            long resultBytes,
            long memoryBytes,
            int exceptionCode,
            String exception) {}

    /** The queries that run now. */
    List<RunningQueryFacts> queries();

    /** Gauges and counters by name, for system.metrics and system.asynchronous_metrics. */
    Map<String, Long> metrics();

    /**
     * One running query.
     *
     * @param elapsedSeconds since it started
     */
    record RunningQueryFacts(
            String queryId,
            String user,
            String kind,
            String query,
            String database,
            ClientFacts client,
            double elapsedSeconds,
            long readRows,
            long readBytes,
            long totalRows,
            long writtenRows,
            long writtenBytes,
            long memoryBytes,
            long peakMemoryBytes,
            boolean cancelled) {}
}
