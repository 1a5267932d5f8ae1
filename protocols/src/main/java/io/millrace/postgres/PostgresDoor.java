package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.Engine;
import io.millrace.engine.access.User;
import io.millrace.engine.session.Session;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import io.millrace.net.listen.ProtocolServer;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.tls.Tls;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.catalog.ObjectIds;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's protocol, version 3, over the connections of a listener. Thread-safe. */
public final class PostgresDoor implements ProtocolServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDoor.class);
    private static final int UNCOUNTED_BYTES = 32 * 1024;
    private static final Set<String> NOT_VARIABLES = Set.of("user", "database", "options", "replication");

    private final Engine engine;
    private final ObjectIds objectIds;
    private final Optional<Tls> tls;
    private final FailedLogins failures = new FailedLogins(System::nanoTime);
    private final Strangers strangers = new Strangers();
    private final Newcomers newcomers = new Newcomers();
    private final CancelKeys cancelKeys = new CancelKeys();
    private final Channels channels = new Channels();
    private volatile PostgresOptions options;

    /**
     * @param tls what clients that ask for encryption get; empty for plain connections only
     */
    public PostgresDoor(Engine engine, PostgresOptions options, Optional<Tls> tls) {
        this.engine = engine;
        this.options = options;
        this.tls = tls;
        this.objectIds = ObjectIds.open(engine.files(), options.objectIds());
    }

    /** Takes other options for connections that come from now on; the file of object ids stays. */
    public void use(PostgresOptions others) {
        options = others;
    }

    @Override
    public void refuse(Connection connection) throws IOException {
        MessageWriter out = new MessageWriter(connection, bytes -> {});
        new Replies(out).error(PgError.fatal("53300", "sorry, too many clients already"));
        out.flush();
    }

    @Override
    public void serve(Connection connection) throws IOException {
        Optional<Newcomers.Place> place = newcomers.enter(connection.remote().getAddress(), options.limits());
        if (place.isEmpty()) {
            refuse(connection);
            connection.closeAfterLinger();
            return;
        }
        try (Newcomers.Place newcomer = place.get();
                MemoryTracker memory = engine.memory().child("for PostgreSQL connection", 0)) {
            serve(connection, newcomer, memory);
        }
    }

    private void serve(Connection connection, Newcomers.Place newcomer, MemoryTracker memory) throws IOException {
        MessageReader in = new MessageReader(connection, guard(memory));
        MessageWriter out = new MessageWriter(connection, guard(memory));
        try {
            switch (new Startup(connection, in, out, tls, options.limits()).read()) {
                case Startup.Outcome.Over o -> {}
                case Startup.Outcome.Cancel cancel -> cancel(cancel, connection);
                case Startup.Outcome.Start start -> {
                    User user = login(start, connection, in, out);
                    newcomer.close();
                    session(user, start, connection, in, out, memory);
                }
            }
        } catch (MessageReader.BrokenFrame e) {
            LOG.debug("{}: {}", connection.name(), e.getMessage());
        } catch (Login.Left e) {
            LOG.debug("{}: {}", connection.name(), e.getMessage());
        } catch (MessageReader.BadText e) {
            leave(PgError.fatal(SqlState.INVALID_TEXT, String.valueOf(e.getMessage())), connection, out);
        } catch (PgError e) {
            leave(e, connection, out);
        } catch (DbException e) {
            leave(PgError.of(e, engine.version(), ""), connection, out);
        }
    }

    /** Small buffers are not counted, so that a client can end its work when the server's memory is exhausted. */
    private static LongConsumer guard(MemoryTracker memory) {
        Reservation reservation = new Reservation(memory);
        return bytes -> reservation.resize(bytes <= UNCOUNTED_BYTES ? 0 : bytes);
    }

    private static void leave(PgError e, Connection connection, MessageWriter out) throws IOException {
        new Replies(out).error(e.asFatal());
        out.flush();
        connection.closeAfterLinger();
    }

    /** A wrong key costs its sender the place of a newcomer for a while, as a wrong password does: keys cannot be tried out. */
    private void cancel(Startup.Outcome.Cancel cancel, Connection connection) {
        boolean known = cancelKeys.cancel(cancel.process(), cancel.secret());
        connection.close();
        if (!known) {
            LockSupport.parkNanos(
                    failures.failed(connection.remote().getAddress()).toNanos());
        }
    }

    private User login(Startup.Outcome.Start start, Connection connection, MessageReader in, MessageWriter out)
            throws IOException {
        Map<String, String> parameters = start.parameters();
        String replication = parameters.getOrDefault("replication", "false").toLowerCase(Locale.ROOT);
        if (Set.of("true", "on", "yes", "1", "database").contains(replication)) {
            throw PgError.fatal(SqlState.NOT_SUPPORTED, "replication is not supported");
        }
        PostgresOptions now = options;
        connection.input().patience(Patience.until(now.limits().authentication()));
        try {
            return new Login(new Login.Gate(engine, now, failures, strangers), connection, in, out, parameters).run();
        } catch (SocketTimeoutException e) {
            throw PgError.fatal(SqlState.CANCELED, "canceling authentication due to timeout");
        }
    }

    private void session(
            User user,
            Startup.Outcome.Start start,
            Connection connection,
            MessageReader in,
            MessageWriter out,
            MemoryTracker memory)
            throws IOException {
        Replies replies = new Replies(out);
        replies.authenticationOk();
        PostgresLimits limits = options.limits();
        Client client = client(user, connection, start.parameters(), new Client.Bounds(limits, memory));
        CancelKeys.Key key = cancelKeys.add(start.minor() >= 2, client::cancel);
        try {
            client.process(key.process(), cancelKeys::cancel);
            for (String name : Variables.reported()) {
                replies.parameterStatus(name, client.variables().get(name));
            }
            replies.parameterStatus("clickhouse_version", engine.version());
            replies.backendKey(key);
            replies.ready('I');
            new Backend(client, connection, in, out, limits).run();
        } finally {
            client.listening().unlistenAll();
            cancelKeys.remove(key);
        }
    }

    private Client client(User user, Connection connection, Map<String, String> parameters, Client.Bounds bounds) {
        Session session = engine.newSession(user);
        String database = parameters.getOrDefault("database", "");
        boolean exists = engine.catalog(session).hasDatabase(database);
        if (exists) {
            session.use(database);
        } else if (!database.isEmpty() && !database.equals(user.name())) {
            throw PgError.fatal("3D000", "database \"" + database + "\" does not exist");
        }
        Variables variables = new Variables(facts(user, session, connection));
        ClientFacts origin = ClientFacts.postgres(connection.remote());
        Client client = new Client(engine, objectIds, session, origin, variables, channels, bounds);
        client.force("union_default_mode", "DISTINCT");
        Map<String, String> chosen = new HashMap<>(parameters);
        chosen.putAll(StartupOptions.read(parameters.getOrDefault("options", "")));
        for (Map.Entry<String, String> entry : chosen.entrySet()) {
            if (!NOT_VARIABLES.contains(entry.getKey())) {
                startupVariable(client, entry.getKey(), entry.getValue());
            }
        }
        variables.keepAsStartup();
        SessionCommands.apply(client);
        return client;
    }

    /** Drivers send names of their own; those that mean nothing here are left out. */
    private static void startupVariable(Client client, String name, String value) {
        boolean setting = io.millrace.base.setting.SettingRegistry.find(name).isPresent();
        if (client.variables().isKnown(name) || setting) {
            try {
                SessionCommands.set(client, name, value, false);
            } catch (PgError e) {
                throw e.asFatal();
            }
        }
    }

    private Map<String, String> facts(User user, Session session, Connection connection) {
        String version = engine.version();
        String[] parts = version.split("\\.");
        String number = parts.length > 1
                ? String.valueOf(Integer.parseInt(parts[0]) * 10_000 + Integer.parseInt(parts[1]))
                : "0";
        Optional<String> zone = Optional.of(engine.serverZone().getId());
        return Map.of(
                "port", String.valueOf(connection.local().getPort()),
                "ssl", connection.tls().isPresent() || tls.isPresent() ? "on" : "off",
                "server_version", version,
                "server_version_num", number,
                "TimeZone", zone.filter(z -> !z.equals("Z")).orElse("UTC"),
                "session_authorization", user.name(),
                "search_path", session.database());
    }
}
