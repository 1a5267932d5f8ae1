package io.millrace.engine;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemCatalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.engine.metadata.Databases;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.Functions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server's state as one query's system tables show it. */
record EngineSystemContext(
        Databases databases,
        SystemCatalog system,
        BindContext bind,
        Processes processes,
        MemoryTracker memory,
        Instant startedAt,
        ConfigTree config)
        implements SystemContext {
    @Override
    public Catalog catalog() {
        return new SessionCatalog(databases, system, this);
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
