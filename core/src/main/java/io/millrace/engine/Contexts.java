package io.millrace.engine;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.TableServices;
import io.millrace.data.serde.StateFormats;
import io.millrace.engine.access.Rights;
import io.millrace.engine.access.SettingConstraint;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.QueryLog;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.quota.QuotaMeter;
import io.millrace.engine.quota.Quotas;
import io.millrace.engine.session.Session;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.WorkerPool;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.PositionalParameters;
import io.millrace.planner.build.ReadCounter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What queries are bound and run with: functions, workers, the catalog as their user sees it. Thread-safe. */
final class Contexts {
    private final EngineOptions options;
    private final Databases databases;
    private final Processes processes;
    private final MemoryTracker memory;
    private final WorkerPool pool;
    private final Quotas quotas;
    private final QueryLog log;
    private final Functions functions = new Functions();
    private final EngineTableServices services;
    private final StateFormats states;
    private final Instant startedAt;

    Contexts(
            EngineOptions options,
            Databases databases,
            Processes processes,
            MemoryTracker memory,
            WorkerPool pool,
            Quotas quotas,
            QueryLog log) {
        this.options = options;
        this.databases = databases;
        this.processes = processes;
        this.memory = memory;
        this.pool = pool;
        this.quotas = quotas;
        this.log = log;
        this.services = new EngineTableServices(options, functions, memory, this::server);
        this.states = type -> new AggregateStateFormat(functions, type);
        this.startedAt = options.clock().instant();
    }

    /** What tables are lent. */
    TableServices services() {
        return services;
    }

    /** Who answers the subqueries that the analysis of a query needs. */
    interface Subqueries {
        AnalysisContext.SubqueryRunner with(QueryResources resources, ReadCounter reads);
    }

    /**
     * A query's context.
     *
     * @throws DbException UNKNOWN_DATABASE for a database that the request names
     */
    QueryContext query(
            RunningQuery query,
            Session session,
            QueryRequest request,
            Settings settings,
            PositionalParameters positional,
            Subqueries subqueries) {
        EvaluationContext evaluation = new EvaluationContext(
                query.memory(),
                query.cancellation(),
                ThreadLocalRandom.current().nextLong());
        long threads = settings.get(QuerySettings.MAX_THREADS);
        QueryResources resources = new QueryResources(
                pool,
                evaluation,
                options.files(),
                options.dataPath().resolve("tmp").resolve(UUID.randomUUID().toString()),
                settings.get(QuerySettings.MAX_BYTES_BEFORE_EXTERNAL_GROUP_BY),
                settings.get(QuerySettings.MAX_BYTES_BEFORE_EXTERNAL_SORT),
                threads == 0 ? options.threads() : (int) Math.min(threads, 256),
                Math.clamp(settings.get(QuerySettings.MAX_BLOCK_SIZE), 1, 1 << 20));
        String database = request.database().filter(d -> !d.isEmpty()).orElse(session.database());
        // a session whose database was dropped can still ask for other things, and use another one
        if (request.database().isPresent()
                && !databases.hasDatabase(database)
                && !options.system().databases().contains(database)) {
            throw new DbException(ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist");
        }
        String zone = settings.get(QuerySettings.SESSION_TIMEZONE);
        BindContext bind = new BindContext(
                functions,
                settings,
                zone.isEmpty() ? options.zone() : zone(zone),
                options.clock().instant(),
                query.user().name(),
                database,
                query.id(),
                options.version(),
                evaluation);
        AnalysisContext analysis = new AnalysisContext(
                new SessionCatalog(
                        databases,
                        options.system(),
                        system(bind, query.quota(), constraints(session)),
                        rights(session)),
                bind,
                RequestParser.parameters(request, session),
                positional,
                subqueries.with(resources, query.progress()),
                services,
                session::temporaryTable);
        return new QueryContext(query, session, request, settings, analysis, resources, states);
    }

    Rights rights(Session session) {
        return options.access().rights(session.user(), session.roles());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Invalid time zone: " + name);
        }
    }

    /** For binding what stands in definitions: no session, no query. */
    AnalysisContext server() {
        BindContext bind = new BindContext(
                functions,
                Settings.defaults(),
                options.zone(),
                options.clock().instant(),
                "default",
                "default",
                "",
                options.version(),
                EvaluationContext.unlimited());
        return new AnalysisContext(
                new SessionCatalog(
                        databases, options.system(), system(bind, QuotaMeter.unlimited(), Map.of()), Rights.ALL),
                bind,
                Map.of(),
                PositionalParameters.none(),
                (query, rows) -> {
                    throw new DbException(
                            ErrorCode.UNSUPPORTED_METHOD, "Subqueries are not allowed in definitions of tables");
                },
                services,
                name -> Optional.empty());
    }

    private static Map<String, SettingConstraint> constraints(Session session) {
        return session.constrainedSettings().constraints();
    }

    private SystemContext system(BindContext bind, QuotaMeter quota, Map<String, SettingConstraint> constraints) {
        return new EngineSystemContext(
                databases,
                options.system(),
                bind,
                processes,
                memory,
                startedAt,
                options.config().current(),
                options.access(),
                quotas,
                log,
                quota,
                constraints);
    }

    /** The databases and tables as a session's user sees them. */
    Catalog catalog(Session session) {
        BindContext bind = new BindContext(
                functions,
                Settings.defaults(),
                options.zone(),
                options.clock().instant(),
                session.user().name(),
                session.database(),
                "",
                options.version(),
                EvaluationContext.unlimited());
        return new SessionCatalog(
                databases,
                options.system(),
                system(bind, QuotaMeter.unlimited(), constraints(session)),
                rights(session));
    }
}
