package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.pgwire.WireType;
import io.millrace.pipeline.run.Reservation;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation with one client after its login: simple and extended queries, errors, the end. */
final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final int LONG_MESSAGE = (1 << 30) - 1;
    private static final int SHORT_MESSAGE = 10_000;
    private static final Duration LISTENING_STEP = Duration.ofMillis(50);

    /** Longer texts are counted while they are read: their tokens and trees take so many times their bytes. */
    private static final int LONG_TEXT = 64 * 1024;

    private static final int TIMES_TEXT = 16;

    private final Client client;
    private final Connection connection;
    private final MessageReader in;
    private final Replies replies;
    private final Executor executor;
    private final PostgresLimits limits;
    private boolean skipping;
    private boolean late;

    Backend(Client client, Connection connection, MessageReader in, MessageWriter out, PostgresLimits limits) {
        this.client = client;
        this.limits = limits;
        this.connection = connection;
        this.in = in;
        this.replies = new Replies(out);
        Copying copying =
                new Copying(client, connection, in, new Copying.Rules(Backend::most, limits.stalled()), replies);
        this.executor = new Executor(client, replies, copying);
    }

    private static int most(int type) {
        return switch (type) {
            case 'Q', 'P', 'B', 'd', 'f' -> LONG_MESSAGE;
            case 'D', 'C', 'E', 'H', 'S', 'X', 'c', 'F' -> SHORT_MESSAGE;
            default -> -1;
        };
    }

    /** Serves until the client leaves. */
    void run() throws IOException {
        try {
            while (serveNext()) {}
        } finally {
            client.portals().clear();
        }
    }

    private boolean serveNext() throws IOException {
        if (!awaitRequest()) {
            sayWhy();
            return false;
        }
        connection.input().patience(Patience.each(limits.stalled()));
        int type = in.next(Backend::most);
        if (type < 0 || type == 'X') {
            return false;
        }
        if (most(type) < 0) {
            throw PgError.fatal(SqlState.PROTOCOL_VIOLATION, "invalid frontend message type " + type);
        }
        boolean ofNoCopy = type == 'd' || type == 'c' || type == 'f';
        if (skipping && type != 'S' || ofNoCopy) {
            in.skipBody();
            return true;
        }
        try {
            in.body();
        } catch (DbException e) {
            return failed(error(e), type);
        }
        client.begin();
        try (Connection.PeerWatch _ = connection.onPeerGone(client::gone)) {
            return dispatch(type);
        } finally {
            client.end();
        }
    }

    /** Waits for the next message; a session that listens is told of notifications meanwhile. */
    private boolean awaitRequest() throws IOException {
        if (!client.listening().isOpen() || client.transaction().isOpen()) {
            boolean there = connection.awaitRequest(idle());
            late = connection.waitedInVain();
            return there;
        }
        long deadline = System.nanoTime() + idle().toNanos();
        while (System.nanoTime() - deadline < 0 && !connection.draining()) {
            if (notifications()) {
                replies.writer().flush();
            }
            connection.input().patience(Patience.until(LISTENING_STEP));
            try {
                return connection.input().available() > 0 || connection.input().peek(1).length > 0;
            } catch (SocketTimeoutException nothingYet) {
                // look again whether there are notifications
            }
        }
        late = !connection.draining();
        return false;
    }

    /** Tells the client what waits for it, between transactions. */
    private boolean notifications() throws IOException {
        boolean any = false;
        if (!client.transaction().isOpen()) {
            for (var next = client.listening().next();
                    next.isPresent();
                    next = client.listening().next()) {
                replies.notification(next.get());
                any = true;
            }
        }
        return any;
    }

    /** A client that is still there learns why its session ends. */
    private void sayWhy() {
        if (connection.draining()) {
            throw PgError.fatal("57P01", "terminating connection due to administrator command");
        }
        if (late) {
            throw client.transaction().isOpen()
                    ? PgError.fatal("25P03", "terminating connection due to idle-in-transaction timeout")
                    : PgError.fatal("57P05", "terminating connection due to idle-session timeout");
        }
    }

    private Duration idle() {
        String name = client.transaction().isOpen() ? "idle_in_transaction_session_timeout" : "idle_session_timeout";
        long milliseconds = Long.parseLong(client.variables().get(name));
        return milliseconds > 0 ? Duration.ofMillis(milliseconds) : limits.idle();
    }

    private boolean dispatch(int type) throws IOException {
        try {
            switch (type) {
                case 'Q' -> simple();
                case 'S' -> sync();
                case 'F' -> throw new PgError(SqlState.NOT_SUPPORTED, "function calls are not supported");
                default -> extended(type);
            }
            return true;
        } catch (PgError e) {
            return failed(e, type);
        } catch (DbException e) {
            return failed(error(e), type);
        } catch (MessageReader.BadText e) {
            return failed(new PgError(SqlState.INVALID_TEXT, String.valueOf(e.getMessage())), type);
        } catch (StackOverflowError e) {
            return failed(new PgError("54001", "the statement is nested too deep"), type);
        } catch (RuntimeException e) {
            LOG.error("A statement of a PostgreSQL client failed", e);
            return failed(new PgError("XX000", "internal error: " + e), type);
        }
    }

    private PgError error(DbException e) {
        return client.isCancelled() && SqlState.of(e.code()).equals(SqlState.CANCELED)
                ? new PgError(SqlState.CANCELED, "canceling statement due to user request")
                : PgError.of(e, client.engine().version(), client.session().database());
    }

    private boolean failed(PgError e, int type) throws IOException {
        if (e.isFatal()) {
            throw e;
        }
        replies.error(e);
        client.transaction().fail();
        if (type == 'Q' || type == 'F') {
            ready();
        } else {
            skipping = true;
            replies.writer().flush();
        }
        return true;
    }

    private void ready() throws IOException {
        tellChanges();
        notifications();
        if (!client.transaction().isOpen()) {
            client.portals().endTransaction();
        }
        replies.ready(client.transaction().status());
    }

    private void tellChanges() throws IOException {
        for (String name : client.variables().takeChanged()) {
            replies.parameterStatus(name, client.variables().get(name));
        }
    }

    // ---- simple queries

    private void simple() throws IOException {
        String text = in.string();
        in.end();
        client.prepared().remove("");
        client.portals().remove("");
        try (Reservation _ = counted(text)) {
            simple(text);
        }
        ready();
    }

    private Reservation counted(String text) {
        Reservation reservation = new Reservation(client.memory());
        if (text.length() > LONG_TEXT) {
            reservation.resize((long) TIMES_TEXT * text.length());
        }
        return reservation;
    }

    private void simple(String text) throws IOException {
        List<String> statements = Script.statements(text, client.dialect());
        if (statements.isEmpty()) {
            replies.writer().empty('I');
        }
        if (statements.size() > 1) {
            statements.forEach(executor.compiler()::checkSyntax);
        }
        for (String statement : statements) {
            executor.simple(statement);
            tellChanges();
        }
    }

    // ---- extended queries

    private void extended(int type) throws IOException {
        switch (type) {
            case 'P' -> parse();
            case 'B' -> bind();
            case 'D' -> describe();
            case 'E' -> execute();
            case 'C' -> close();
            case 'H' -> replies.writer().flush();
            default -> throw new PgError(SqlState.PROTOCOL_VIOLATION, "invalid frontend message type " + type);
        }
    }

    private void sync() throws IOException {
        skipping = false;
        ready();
    }

    private void parse() throws IOException {
        String name = in.string();
        String text = in.string();
        int count = in.count();
        List<Optional<WireType>> declared = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            declared.add(ParameterTypes.declared(in.int32()));
        }
        in.end();
        try (Reservation _ = counted(text)) {
            parse(name, text, declared);
        }
        replies.writer().empty('1');
    }

    private void parse(String name, String text, List<Optional<WireType>> declared) {
        List<String> statements = Script.statements(text, client.dialect());
        if (statements.size() > 1) {
            throw new PgError(SqlState.SYNTAX, "cannot insert multiple commands into a prepared statement");
        }
        String statement = statements.isEmpty() ? "" : statements.getFirst();
        if (name.isEmpty()) {
            client.prepared().remove("");
        }
        Command command = executor.compiler().compile(statement, declared);
        client.prepared().add(name, new Prepared.PreparedStatement(statement, declared, command));
    }

    private void bind() throws IOException {
        BindReader.Message bind = new BindReader(client, in).read();
        checkFailed(bind.portal().command());
        client.portals().add(bind.name(), bind.portal());
        replies.writer().empty('2');
    }

    private void checkFailed(Command command) {
        if (client.transaction().isFailed()
                && !(command instanceof Command.OfSession || command instanceof Command.Empty)) {
            throw new PgError(
                    SqlState.FAILED_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    private void describe() throws IOException {
        int kind = in.int8();
        String name = in.string();
        in.end();
        switch (kind) {
            case 'S' -> {
                Command command = client.prepared().get(name).command();
                replies.parameterDescription(command.parameters());
                columns(command.columns(), i -> 0);
            }
            case 'P' -> {
                Portal portal = client.portals().get(name, "portal");
                columns(portal.command().columns(), portal::format);
            }
            default -> throw new PgError(SqlState.PROTOCOL_VIOLATION, "invalid DESCRIBE message subtype " + kind);
        }
    }

    private void columns(Optional<List<ResultColumn>> columns, java.util.function.IntUnaryOperator format)
            throws IOException {
        if (columns.isPresent()) {
            replies.rowDescription(columns.get(), format);
        } else {
            replies.writer().empty('n');
        }
    }

    private void execute() throws IOException {
        String name = in.string();
        int most = in.int32();
        in.end();
        Portal portal = client.portals().get(name, "portal");
        checkFailed(portal.command());
        executor.run(portal, most <= 0 ? Long.MAX_VALUE : most, false);
        tellChanges();
    }

    private void close() throws IOException {
        int kind = in.int8();
        String name = in.string();
        in.end();
        switch (kind) {
            case 'S' -> client.prepared().remove(name);
            case 'P' -> client.portals().remove(name);
            default -> throw new PgError(SqlState.PROTOCOL_VIOLATION, "invalid CLOSE message subtype " + kind);
        }
        replies.writer().empty('3');
    }
}
