package io.millrace.engine;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemCatalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.Account;
import io.millrace.engine.access.Credential;
import io.millrace.engine.access.Rights;
import io.millrace.engine.access.SettingConstraint;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryLog;
import io.millrace.engine.quota.Quota;
import io.millrace.engine.quota.QuotaMeter;
import io.millrace.engine.quota.QuotaResource;
import io.millrace.engine.quota.Quotas;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.Functions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The server's state as one query's system tables show it. */
record EngineSystemContext(
        Databases databases,
        SystemCatalog system,
        BindContext bind,
        Processes processes,
        MemoryTracker memory,
        Instant startedAt,
        ConfigTree config,
        AccessControl access,
        Quotas counted,
        QueryLog log,
        QuotaMeter meter,
        Map<String, SettingConstraint> constraints)
        implements SystemContext {
    @Override
    public Catalog catalog() {
        return new SessionCatalog(databases, system, this, Rights.ALL);
    }

    @Override
    public Functions functions() {
        return bind.functions();
    }

    @Override
    public Settings settings() {
        return bind.settings();
    }

    @Override
    public SettingLimits limits(String setting) {
        SettingConstraint constraint = constraints.getOrDefault(setting, SettingConstraint.NONE);
        return new SettingLimits(constraint.min(), constraint.max(), !constraint.mayChange(setting, settings()));
    }

    @Override
    public String user() {
        return bind.user();
    }

    @Override
    public String database() {
        return bind.database();
    }

    @Override
    public String version() {
        return bind.version();
    }

    @Override
    public Map<String, String> macros() {
        Map<String, String> macros = new TreeMap<>();
        config.all("macros").stream()
                .flatMap(m -> m.children().stream())
                .forEach(macro -> macros.put(macro.name(), macro.text()));
        return macros;
    }

    @Override
    public List<UserFacts> users() {
        return access.accounts().stream()
                .map(a -> new UserFacts(
                        a.name(),
                        a.id(),
                        a.storage(),
                        a.credentials().stream().map(Credential::method).toList(),
                        a.hosts().addresses(),
                        a.hosts().names(),
                        a.hosts().patternTexts(),
                        a.defaultRoles().all() && a.defaultRoles().names().isEmpty(),
                        a.defaultRoles().all() ? List.of() : a.defaultRoles().names(),
                        a.defaultRoles().all() ? a.defaultRoles().names() : List.of(),
                        a.defaultDatabase().orElse("")))
                .toList();
    }

    @Override
    public List<RoleFacts> roles() {
        return access.roles().stream()
                .map(r -> new RoleFacts(r.name(), r.id(), r.storage()))
                .toList();
    }

    @Override
    public List<QuotaFacts> quotas() {
        return access.quotas().stream()
                .map(q -> new QuotaFacts(
                        q.name(),
                        q.id(),
                        Account.USERS_XML,
                        q.key().names(),
                        q.intervals().stream().map(i -> interval(i)).toList(),
                        access.usersOf(q)))
                .toList();
    }

    @Override
    public List<QuotaUseFacts> quotaUses() {
        return counted.all().stream()
                .flatMap(usage -> usage.uses().stream()
                        .map(use -> new QuotaUseFacts(
                                usage.quota().name(),
                                usage.key(),
                                meter.usage().filter(u -> u == usage).isPresent(),
                                use.start(),
                                use.end(),
                                interval(use.interval()),
                                amounts(r -> Optional.of(use.used().get(r.ordinal()))))))
                .toList();
    }

    private static QuotaIntervalFacts interval(Quota.Interval interval) {
        return new QuotaIntervalFacts(
                interval.length().toSeconds(),
                interval.randomized(),
                amounts(r -> Optional.of(interval.limit(r)).filter(limit -> limit > 0)));
    }

    private static Map<String, Number> amounts(Function<QuotaResource, Optional<Long>> amount) {
        Map<String, Number> amounts = new TreeMap<>();
        for (QuotaResource resource : QuotaResource.values()) {
            amount.apply(resource).ifPresent(a -> amounts.put(resource.text(), resource.shown(a)));
        }
        return amounts;
    }

    @Override
    public List<LoggedQuery> queryLog() {
        return log.entries();
    }

    @Override
    public List<RunningQueryFacts> queries() {
        return processes.facts();
    }

    @Override
    public Map<String, Long> metrics() {
        Map<String, Long> metrics = new TreeMap<>();
        metrics.put("Query", (long) processes.facts().size());
        metrics.put("MemoryTracking", memory.usedBytes());
        return metrics;
    }
}
