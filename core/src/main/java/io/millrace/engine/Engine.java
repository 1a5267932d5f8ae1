package io.millrace.engine;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.health.ReplicaHealth;
import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.Authenticator;
import io.millrace.engine.access.ConstrainedSettings;
import io.millrace.engine.access.User;
import io.millrace.engine.insert.BlockSource;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.metadata.DefinitionReader;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.QueryDescription;
import io.millrace.engine.query.QueryKind;
import io.millrace.engine.query.QueryLog;
import io.millrace.engine.query.QueryProgress;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.quota.QuotaMeter;
import io.millrace.engine.quota.Quotas;
import io.millrace.engine.session.Session;
import io.millrace.engine.session.Sessions;
import io.millrace.engine.statement.Statements;
import io.millrace.pipeline.run.WorkerPool;
import io.millrace.planner.analyze.PositionalParameters;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.print.HiddenPasswords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The one door inward: authenticates, keeps sessions, starts queries. Thread-safe; one per process and data directory.
 */
public final class Engine {
    private static final Duration POOL_GRACE = Duration.ofSeconds(5);

    private final EngineOptions options;
    private final MemoryTracker memory;
    private final WorkerPool pool;
    private final Databases databases = new Databases();
    private final Processes processes = new Processes();
    private final Sessions sessions;
    private final Contexts contexts;
    private final MetadataStore metadata;
    private final StatementRunner statements;
    private final Admission admission;
    private final Quotas quotas;
    private final QueryLog log;
    private final ReplicaHealth replicaHealth = new ReplicaHealth();

    private Engine(EngineOptions options) {
        this.options = options;
        this.memory = MemoryTracker.root("total", options.memoryBytes());
        this.pool = new WorkerPool(options.threads(), "worker");
        this.sessions = new Sessions(options.clock(), this::newSession);
        this.quotas = new Quotas(options.access()::quota, options.clock(), options.zone());
        this.log = new QueryLog(options.clock());
        this.contexts = new Contexts(options, databases, processes, memory, pool, quotas, log);
        this.metadata = new MetadataStore(options.files(), options.dataPath(), databases, contexts.services());
        this.statements = new StatementRunner(
                databases,
                new Statements(databases, metadata, processes, options.config(), options.access()),
                options.committer(),
                contexts);
        this.admission = new Admission(options, memory, processes, quotas, log);
    }

    /** Opens the data directory: loads every table, starts background work, makes the database {@code default} if there is none. */
    public static Engine open(EngineOptions options) {
        Engine engine = new Engine(options);
        Path temporary = options.dataPath().resolve("tmp");
        options.files().deleteTree(temporary);
        options.files().createDirectories(temporary);
        engine.metadata.load(
                (text, id) -> new DefinitionReader(engine.contexts.server().inDatabase(id.database())).read(text, id));
        engine.metadata.createDatabase("default", true);
        return engine;
    }

    /** Users, and what they may do. */
    public AccessControl access() {
        return options.access();
    }

    /** Who may come in. */
    public Authenticator authenticator() {
        return options.access();
    }

    /**
     * A user that needs no password, because the administrator named it.
     *
     * @throws DbException UNKNOWN_USER
     */
    public User known(String name) {
        return options.access().known(name);
    }

    /** How far tables lag that follow others. */
    public ReplicaHealth replicaHealth() {
        return replicaHealth;
    }

    public Vfs files() {
        return options.files();
    }

    /** For files that end with a query; emptied when the engine is opened. */
    public Path temporaryPath() {
        return options.dataPath().resolve("tmp");
    }

    /** Where users and administrators put files that may be read. */
    public Path userFilesPath() {
        return options.userFilesPath();
    }

    /** A session for one query or one connection. */
    public Session newSession(User user) {
        return new Session(
                user, options.access().defaultDatabase(user), options.access().settings(user));
    }

    /** The named sessions. */
    public Sessions sessions() {
        return sessions;
    }

    public ZoneId serverZone() {
        return options.zone();
    }

    public String version() {
        return options.version();
    }

    /** Ends everything: running queries get {@code grace}, then they are cancelled; background work stops. */
    public void shutdown(Duration grace) {
        processes.drain(grace);
        metadata.shutdown();
        options.scheduler().shutdown(POOL_GRACE);
        pool.close();
    }

    // ---- queries

    /**
     * Starts a statement. What can be said at once (syntax, names, types) is thrown from here; later failures come as events.
     */
    public RunningQuery start(Session session, QueryRequest request) {
        return start(session, request, query -> {});
    }

    /**
     * The same.
     *
     * @param begun is given a SELECT before it is planned, which may take long: scalar subqueries and constants are computed then. It can be cancelled already
     */
    public RunningQuery start(Session session, QueryRequest request, Consumer<RunningQuery> begun) {
        ConstrainedSettings settings = StatementSettings.requested(session, request);
        ParsedStatement parsed = parsed(session, request, settings.values());
        return start(session, request, parsed, RequestParser.text(request, parsed), PositionalParameters.none(), begun);
    }

    /**
     * Starts a statement that its door has parsed already.
     *
     * @param text the statement as it is shown to others
     * @param parameters values of {@code $1}, {@code $2}, ...
     * @param begun is given a SELECT before it is planned
     */
    public RunningQuery start(
            Session session,
            QueryRequest request,
            ParsedStatement parsed,
            String text,
            PositionalParameters parameters,
            Consumer<RunningQuery> begun) {
        Settings inForce = StatementSettings.apply(StatementSettings.requested(session, request), parsed)
                .values();
        boolean select = parsed.statement() instanceof Statement.SelectStatement;
        boolean secret = parsed.statement() instanceof AccessStatement.DefineUser;
        return start(
                session,
                request,
                inForce,
                QueryKind.of(parsed.statement()),
                secret ? HiddenPasswords.in(text) : text,
                parameters,
                select ? begun : query -> {},
                context -> statements.run(parsed, context));
    }

    /** A text that is no statement is an error of its user's, too. */
    private ParsedStatement parsed(Session session, QueryRequest request, Settings settings) {
        long begin = System.nanoTime();
        try {
            return RequestParser.parse(request, session, settings);
        } catch (DbException e) {
            quotas.meter(session.user().name(), request.client()).end(true);
            if (settings.get(QuerySettings.LOG_QUERIES)) {
                QueryDescription unread =
                        describe(session, request, QueryKind.OTHER, RequestParser.unread(request, settings));
                log.refused(unread, QueryProgress.Counts.nothing(System.nanoTime() - begin), e);
            }
            throw e;
        }
    }

    /**
     * Starts an INSERT of rows that the door makes; the header of its first event says which columns they must have.
     *
     * @param columns names of the columns that are brought; empty for all ordinary ones
     */
    public RunningQuery startInsert(
            Session session,
            QueryRequest request,
            String text,
            TableName table,
            List<String> columns,
            BlockSource blocks) {
        return start(
                session,
                request,
                StatementSettings.requested(session, request).values(),
                QueryKind.INSERT,
                text,
                PositionalParameters.none(),
                query -> {},
                context -> Inserting.startBlocks(table, columns, blocks, databases, options.committer(), context));
    }

    private RunningQuery start(
            Session session,
            QueryRequest request,
            Settings inForce,
            QueryKind kind,
            String text,
            PositionalParameters parameters,
            Consumer<RunningQuery> begun,
            Consumer<QueryContext> run) {
        return admission.start(describe(session, request, kind, text), inForce, query -> {
            begun.accept(query);
            run.accept(contexts.query(query, session, request, inForce, parameters, SubqueryRuns::new));
        });
    }

    private static QueryDescription describe(Session session, QueryRequest request, QueryKind kind, String text) {
        return new QueryDescription(
                request.queryId()
                        .filter(q -> !q.isEmpty())
                        .orElseGet(() -> UUID.randomUUID().toString()),
                session.user(),
                kind,
                text,
                request.database().filter(d -> !d.isEmpty()).orElse(session.database()),
                request.client());
    }

    /**
     * What a statement would answer, without running it.
     *
     * @param header the columns of its result; without columns when it has no result
     * @param parameters the types of {@code $1}, {@code $2}, ...; empty for one that is never used
     */
    public record Prepared(Header header, List<Optional<DataType>> parameters) {}

    /**
     * Analyzes a statement as far as its result's columns and its parameters' types need.
     *
     * @param declared types of parameters that the client has chosen, first that of {@code $1}
     */
    public Prepared prepare(
            Session session, QueryRequest request, ParsedStatement parsed, List<Optional<DataType>> declared) {
        Settings settings = StatementSettings.apply(StatementSettings.requested(session, request), parsed)
                .values();
        PositionalParameters parameters = PositionalParameters.typed(declared);
        try (MemoryTracker budget = memory.child("for query", settings.get(QuerySettings.MAX_MEMORY_USAGE))) {
            RunningQuery query = new RunningQuery(
                    describe(session, request, QueryKind.OTHER, ""),
                    new Cancellation(),
                    budget,
                    QuotaMeter.unlimited(),
                    (ended, event) -> {},
                    () -> {});
            QueryContext context = contexts.query(
                    query, session, request, settings, parameters, (resources, reads) -> SubqueryHeaders.INSTANCE);
            return new Prepared(statements.header(parsed.statement(), context), parameters.types());
        } catch (StackOverflowError e) {
            throw DbException.of(e);
        }
    }

    /** The databases and tables as a session's user sees them. */
    public Catalog catalog(Session session) {
        return contexts.catalog(session);
    }

    /** How much all queries hold now, for metrics. */
    public MemoryTracker memory() {
        return memory;
    }
}
