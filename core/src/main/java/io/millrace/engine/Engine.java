package io.millrace.engine;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.health.ReplicaHealth;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.AccessSettings;
import io.millrace.engine.access.Authenticator;
import io.millrace.engine.access.ConstrainedSettings;
import io.millrace.engine.access.Rights;
import io.millrace.engine.access.User;
import io.millrace.engine.insert.BlockSource;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.metadata.DefinitionReader;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.query.SelectRun;
import io.millrace.engine.session.Session;
import io.millrace.engine.session.Sessions;
import io.millrace.engine.statement.StatementAnswer;
import io.millrace.engine.statement.Statements;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.WorkerPool;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.PositionalParameters;
import io.millrace.planner.build.ReadCounter;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import io.millrace.sql.print.HiddenPasswords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door inward: authenticates, keeps sessions, starts queries. Thread-safe; one per process and data directory.
 */
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration POOL_GRACE = Duration.ofSeconds(5);

    private final EngineOptions options;
    private final Functions functions = new Functions();
    private final MemoryTracker memory;
    private final WorkerPool pool;
    private final Databases databases = new Databases();
    private final Processes processes = new Processes();
    private final Sessions sessions;
    private final EngineTableServices services;
    private final MetadataStore metadata;
    private final Statements statements;
    private final StateFormats states;
    private final Instant startedAt;
    private final ReplicaHealth replicaHealth = new ReplicaHealth();

    private Engine(EngineOptions options) {
        this.options = options;
        this.memory = MemoryTracker.root("total", options.memoryBytes());
        this.pool = new WorkerPool(options.threads(), "worker");
        this.sessions = new Sessions(options.clock(), this::newSession);
        this.services = new EngineTableServices(options, functions, memory, this::serverContext);
        this.metadata = new MetadataStore(options.files(), options.dataPath(), databases, services);
        this.statements = new Statements(databases, metadata, processes, options.config(), options.access());
        this.states = type -> new AggregateStateFormat(functions, type);
        this.startedAt = options.clock().instant();
    }

    /** Opens the data directory: loads every table, starts background work, makes the database {@code default} if there is none. */
    public static Engine open(EngineOptions options) {
        Engine engine = new Engine(options);
        Path temporary = options.dataPath().resolve("tmp");
        options.files().deleteTree(temporary);
        options.files().createDirectories(temporary);
        engine.metadata.load(
                (text, id) -> new DefinitionReader(engine.serverContext().inDatabase(id.database())).read(text, id));
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
        ConstrainedSettings settings = requested(session, request);
        ParsedStatement parsed = parsed(request, session, settings.values());
        return start(session, request, parsed, text(request, parsed), PositionalParameters.none(), begun);
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
        Settings inForce =
                StatementSettings.apply(requested(session, request), parsed).values();
        boolean select = parsed.statement() instanceof Statement.SelectStatement;
        boolean secret = parsed.statement() instanceof AccessStatement.DefineUser;
        return start(
                session,
                request,
                inForce,
                secret ? HiddenPasswords.in(text) : text,
                parameters,
                select ? begun : query -> {},
                context -> run(parsed, context));
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
                requested(session, request).values(),
                text,
                PositionalParameters.none(),
                query -> {},
                context -> Inserting.startBlocks(table, columns, blocks, databases, options.committer(), context));
    }

    private RunningQuery start(
            Session session,
            QueryRequest request,
            Settings inForce,
            String text,
            PositionalParameters parameters,
            Consumer<RunningQuery> begun,
            Consumer<QueryContext> run) {
        String id = request.queryId()
                .filter(q -> !q.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        MemoryTracker queryMemory = memory.child("for query", inForce.get(QuerySettings.MAX_MEMORY_USAGE));
        Cancellation cancellation = new Cancellation();
        Scheduler.Handle limit = timeLimit(inForce, cancellation);
        RunningQuery query = new RunningQuery(id, session.user(), text, cancellation, queryMemory, () -> {
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
            begun.accept(query);
            run.accept(context(query, session, request, inForce, parameters, SubqueryRuns::new));
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

    /** The session's settings with the request's on top, as far as the user may change them. */
    private static ConstrainedSettings requested(Session session, QueryRequest request) {
        ConstrainedSettings before = session.constrainedSettings();
        boolean readonly = request.readonly() != 0 && before.values().get(AccessSettings.READONLY) == 0;
        return (readonly ? before.forced(AccessSettings.READONLY, (long) request.readonly()) : before)
                .with(request.settings());
    }

    private void register(RunningQuery query, Settings settings) {
        if (settings.get(QuerySettings.REPLACE_RUNNING_QUERY)) {
            processes.stopOther(query, Duration.ofMillis(settings.get(QuerySettings.REPLACE_RUNNING_QUERY_MAX_WAIT)));
        }
        processes.add(
                query,
                options.config().current().number("max_concurrent_queries").orElse(0L));
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
        Settings settings =
                StatementSettings.apply(requested(session, request), parsed).values();
        PositionalParameters parameters = PositionalParameters.typed(declared);
        try (MemoryTracker budget = memory.child("for query", settings.get(QuerySettings.MAX_MEMORY_USAGE))) {
            RunningQuery query = new RunningQuery("", session.user(), "", new Cancellation(), budget, () -> {});
            QueryContext context = context(
                    query, session, request, settings, parameters, (resources, reads) -> SubqueryHeaders.INSTANCE);
            return new Prepared(header(parsed.statement(), context), parameters.types());
        } catch (StackOverflowError e) {
            throw DbException.of(e);
        }
    }

    private Header header(Statement statement, QueryContext context) {
        switch (statement) {
            case Statement.SelectStatement s -> {}
            case ShowStatement s -> {}
            case Statement.Explain e -> {}
            case Statement.Insert insert -> {
                Inserting.prepare(insert, databases, options.committer(), context);
                return new Header(List.of());
            }
            default -> {
                return new Header(List.of());
            }
        }
        return switch (statements.execute(statement, context)) {
            case StatementAnswer.Run run -> run.query().header();
            case StatementAnswer.Rows rows -> rows.block().header();
            case StatementAnswer.Done d -> new Header(List.of());
            case StatementAnswer.Fill f -> new Header(List.of());
        };
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

    private static ParsedStatement parsed(QueryRequest request, Session session, Settings settings) {
        try {
            return parse(request, session, settings);
        } catch (OutOfMemoryError e) {
            throw DbException.of(e);
        }
    }

    /** Parses the head of the request; the position of its source is then where an INSERT's data begins. */
    private static ParsedStatement parse(QueryRequest request, Session session, Settings settings) {
        ByteSource text = request.text();
        int most = (int) Math.min(settings.get(QuerySettings.MAX_QUERY_SIZE), 1 << 30);
        boolean more = true;
        while (text.available() < most && more) {
            more = text.fill();
        }
        int length = Math.min(text.available(), most);
        byte[] prefix = new byte[length];
        System.arraycopy(text.array(), text.position(), prefix, 0, length);
        Map<String, String> parameters = parameters(request, session);
        ParserOptions parserOptions = new ParserOptions(
                Dialect.CLICKHOUSE,
                (int) (long) settings.get(QuerySettings.MAX_PARSER_DEPTH),
                ParserOptions.DEFAULT.maxTreeDepth(),
                ParserOptions.DEFAULT.maxElements(),
                parameters);
        ParsedStatement parsed = Parser.parseHead(prefix, length, text.available() > length || more, parserOptions);
        text.seek(text.position() + parsed.end());
        return parsed;
    }

    private static Map<String, String> parameters(QueryRequest request, Session session) {
        Map<String, String> parameters = new HashMap<>(session.parameters());
        parameters.putAll(request.parameters());
        return parameters;
    }

    private static String text(QueryRequest request, ParsedStatement parsed) {
        ByteSource text = request.text();
        int end = text.position();
        int start = Math.max(0, end - parsed.end());
        return new String(text.array(), start, end - start, StandardCharsets.UTF_8).strip();
    }

    private void run(ParsedStatement parsed, QueryContext context) {
        Optional<String> format = parsed.output().format();
        StatementRights.check(parsed.statement(), rights(context.session()), context);
        if (parsed.statement() instanceof Statement.Insert insert) {
            Inserting.start(insert, databases, options.committer(), context);
            return;
        }
        switch (statements.execute(parsed.statement(), context)) {
            case StatementAnswer.Done done -> finish(context);
            case StatementAnswer.Rows rows -> SelectRun.answer(rows.block(), format, context);
            case StatementAnswer.Run query -> SelectRun.start(query.query(), format, context);
            case StatementAnswer.Fill fill ->
                Inserting.startQuery(fill.table(), fill.query(), databases, options.committer(), context);
        }
    }

    private static void finish(QueryContext context) {
        context.query().deliver(new ResultEvent.Started(new Header(List.of()), Optional.empty()));
        context.query()
                .deliver(new ResultEvent.Finished(context.query().progress().counts()));
    }

    // ---- contexts

    private interface Subqueries {
        AnalysisContext.SubqueryRunner with(QueryResources resources, ReadCounter reads);
    }

    private QueryContext context(
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
                new SessionCatalog(databases, options.system(), systemContext(bind), rights(session)),
                bind,
                parameters(request, session),
                positional,
                subqueries.with(resources, query.progress()),
                services,
                session::temporaryTable);
        return new QueryContext(query, session, request, settings, analysis, resources, states);
    }

    private Rights rights(Session session) {
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
    private AnalysisContext serverContext() {
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
                new SessionCatalog(databases, options.system(), systemContext(bind), Rights.ALL),
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

    private SystemContext systemContext(BindContext bind) {
        return new EngineSystemContext(
                databases,
                options.system(),
                bind,
                processes,
                memory,
                startedAt,
                options.config().current(),
                options.access());
    }

    /** The databases and tables as a session's user sees them. */
    public Catalog catalog(Session session) {
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
        return new SessionCatalog(databases, options.system(), systemContext(bind), rights(session));
    }

    /** How much all queries hold now, for metrics. */
    public MemoryTracker memory() {
        return memory;
    }
}
