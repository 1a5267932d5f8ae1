package io.millrace.postgres;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.io.ByteSource;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.data.text.TimeZone;
import io.millrace.engine.Engine;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.catalog.ObjectIds;
import io.millrace.sql.lexer.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One client's state: the engine's session, configuration parameters, the transaction it believes to be in, prepared statements and portals. Belongs to
 * the connection's thread; only {@link #cancel} may be called by others.
 */
final class Client {
    private final Engine engine;
    private final ObjectIds objectIds;
    private final Session session;
    private final ClientFacts origin;
    private final Variables variables;
    private final Transaction transaction = new Transaction();
    private final MemoryTracker memory;
    private final Prepared prepared;
    private final Portals portals;
    private final Listening listening;
    private final String startDatabase;
    private volatile Optional<RunningQuery> running = Optional.empty();
    private volatile boolean cancelled;
    private volatile boolean working;
    private int process;
    private boolean timedOut;
    private IntPredicate otherCancel = p -> false;

    /**
     * How much a client may hold.
     *
     * @param memory the server's budget, as far as this connection takes of it
     */
    record Bounds(PostgresLimits limits, MemoryTracker memory) {}

    /** What prepared statements and portals hold together. */
    static final class Holdings {
        /** A statement that has been parsed and analyzed takes about so many times the bytes of its text. */
        private static final int TIMES_TEXT = 32;

        private static final int EMPTY = 1024;

        private final long most;
        private final Reservation reservation;

        private Holdings(Bounds bounds) {
            this.most = bounds.limits().statementBytes();
            this.reservation = new Reservation(bounds.memory());
        }

        static long ofText(String text) {
            return EMPTY + (long) TIMES_TEXT * text.length();
        }

        void take(long bytes) {
            if (reservation.held() + bytes > most) {
                throw new PgError(
                        "53400",
                        "prepared statements and portals take more memory than a connection may have for them (" + most
                                + " bytes)");
            }
            reservation.grow(bytes);
        }

        void giveBack(long bytes) {
            reservation.grow(-bytes);
        }
    }

    Client(
            Engine engine,
            ObjectIds objectIds,
            Session session,
            ClientFacts origin,
            Variables variables,
            Channels channels,
            Bounds bounds) {
        this.listening = new Listening(channels);
        Holdings holdings = new Holdings(bounds);
        this.memory = bounds.memory();
        this.prepared = new Prepared(holdings, bounds.limits().statements());
        this.portals = new Portals(holdings, bounds.limits().portals());
        this.engine = engine;
        this.objectIds = objectIds;
        this.session = session;
        this.origin = origin;
        this.variables = variables;
        this.startDatabase = session.database();
    }

    Engine engine() {
        return engine;
    }

    ObjectIds objectIds() {
        return objectIds;
    }

    Session session() {
        return session;
    }

    Variables variables() {
        return variables;
    }

    /** What this connection holds of the server's memory, beside its queries. */
    MemoryTracker memory() {
        return memory;
    }

    Transaction transaction() {
        return transaction;
    }

    Prepared prepared() {
        return prepared;
    }

    Portals portals() {
        return portals;
    }

    Listening listening() {
        return listening;
    }

    /** {@code NOTIFY}. */
    void notify(String channel, String payload) {
        listening.send(new Channels.Notification(process, channel, payload), transaction.isOpen());
    }

    String startDatabase() {
        return startDatabase;
    }

    int process() {
        return process;
    }

    /** Tells the client its connection's number, and how it may cancel what another connection runs. */
    void process(int number, IntPredicate cancelOther) {
        process = number;
        otherCancel = cancelOther;
    }

    /** {@code pg_cancel_backend}. */
    boolean cancelOther(int other) {
        return otherCancel.test(other);
    }

    /** How texts are read now. */
    Dialect dialect() {
        return variables.isOn("standard_conforming_strings") ? Dialect.POSTGRESQL_PLAIN_STRINGS : Dialect.POSTGRESQL;
    }

    WireOptions wireOptions() {
        return new WireOptions(
                TimeZone.of(variables.get("TimeZone")),
                variables.get("bytea_output").equals("escape"));
    }

    /** A request to the engine in this session. */
    QueryRequest request(byte[] data, int from) {
        return new QueryRequest(
                Optional.empty(),
                ByteSource.of(data, from, data.length),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                QueryRequest.Output.BLOCKS,
                variables.isOn("transaction_read_only") ? 1 : 0,
                origin);
    }

    /** Changes one of the engine's settings for this session, as far as the user may. */
    void setting(String name, String value) {
        session.change(session.constrainedSettings().with(name, value));
    }

    /** Changes a setting that stands for something of the protocol's own, whatever the user may change. */
    void force(String name, String value) {
        force(SettingRegistry.get(name), value);
    }

    private <T> void force(Setting<T> setting, String value) {
        session.change(session.constrainedSettings().forced(setting, setting.parse(value)));
    }

    /** {@code statement_timeout} in milliseconds; 0 leaves the engine's own limit as it is. */
    void timeout(long milliseconds) {
        if (milliseconds > 0) {
            setting("max_execution_time", String.valueOf(milliseconds / 1000.0));
        } else if (timedOut) {
            session.change(session.constrainedSettings().reset("max_execution_time"));
        }
        timedOut = milliseconds > 0;
    }

    // ---- cancelling

    /** Begins a command: what was cancelled before is over. */
    void begin() {
        cancelled = false;
        working = true;
    }

    void end() {
        working = false;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** What a cancel request ends. */
    void runs(Optional<RunningQuery> query) {
        running = query;
        if (cancelled) {
            query.ifPresent(q -> q.cancel(CancelReason.KILLED));
        }
    }

    /** Ends what this client runs now; nothing when it is idle. From any thread. */
    void cancel() {
        if (working) {
            cancelled = true;
            running.ifPresent(q -> q.cancel(CancelReason.KILLED));
        }
    }

    /** The client has gone. From any thread. */
    void gone() {
        cancelled = true;
        running.ifPresent(q -> q.cancel(CancelReason.CLIENT_GONE));
    }
}
