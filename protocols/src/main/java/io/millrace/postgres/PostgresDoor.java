package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.Engine;
import io.millrace.engine.access.User;
import io.millrace.engine.session.Session;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.ProtocolServer;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.tls.Tls;
import io.millrace.postgres.catalog.ObjectIds;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's protocol, version 3, over the connections of a listener. Thread-safe. */
public final class PostgresDoor implements ProtocolServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDoor.class);
    private static final Set<String> NOT_VARIABLES = Set.of("user", "database", "options", "replication");

    private final Engine engine;
    private final Login.Gate gate;
    private final ObjectIds objectIds;
    private final Optional<Tls> tls;
    private final CancelKeys cancelKeys = new CancelKeys();
    private final Channels channels = new Channels();

    /**
     * @param tls what clients that ask for encryption get; empty for plain connections only
     */
    public PostgresDoor(Engine engine, PostgresOptions options, Optional<Tls> tls) {
        this.engine = engine;
        this.gate = new Login.Gate(engine, options, new FailedLogins(System::nanoTime), new Strangers());
        this.tls = tls;
        this.objectIds = ObjectIds.open(engine.files(), options.objectIds());
    }

    @Override
    public void refuse(Connection connection) throws IOException {
        MessageWriter out = new MessageWriter(connection);
        new Replies(out).error(PgError.fatal("53300", "sorry, too many clients already"));
        out.flush();
    }

    @Override
    public void serve(Connection connection) throws IOException {
        MessageReader in = new MessageReader(connection);
        MessageWriter out = new MessageWriter(connection);
        try {
            switch (new Startup(connection, in, out, tls).read()) {
                case Startup.Outcome.Over o -> {}
                case Startup.Outcome.Cancel cancel -> cancelKeys.cancel(cancel.process(), cancel.secret());
                case Startup.Outcome.Start start -> session(start, connection, in, out);
            }
        } catch (MessageReader.BrokenFrame e) {
            LOG.debug("{}: {}", connection.name(), e.getMessage());
        } catch (Login.Left e) {
            LOG.debug("{}: {}", connection.name(), e.getMessage());
        } catch (PgError e) {
            new Replies(out).error(e.isFatal() ? e : PgError.fatal(e.state(), e.getMessage()));
            out.flush();
            connection.closeAfterLinger();
        } catch (DbException e) {
            new Replies(out).error(PgError.fatal(SqlState.of(e.code()), e.getMessage()));
            out.flush();
            connection.closeAfterLinger();
        }
    }

    private void session(Startup.Outcome.Start start, Connection connection, MessageReader in, MessageWriter out)
            throws IOException {
        Map<String, String> parameters = start.parameters();
        String replication = parameters.getOrDefault("replication", "false").toLowerCase(Locale.ROOT);
        if (Set.of("true", "on", "yes", "1", "database").contains(replication)) {
            throw PgError.fatal(SqlState.NOT_SUPPORTED, "replication is not supported");
        }
        User user = new Login(gate, connection, in, out, parameters).run();
        Replies replies = new Replies(out);
        replies.authenticationOk();
        Client client = client(user, connection, parameters);
        CancelKeys.Key key = cancelKeys.add(start.minor() >= 2, client::cancel);
        try {
            client.process(key.process(), cancelKeys::cancel);
            for (String name : Variables.reported()) {
                replies.parameterStatus(name, client.variables().get(name));
            }
            replies.parameterStatus("clickhouse_version", engine.version());
            replies.backendKey(key);
            replies.ready('I');
            new Backend(client, connection, in, out).run();
        } finally {
            client.listening().unlistenAll();
            cancelKeys.remove(key);
        }
    }

    private Client client(User user, Connection connection, Map<String, String> parameters) {
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
        Client client = new Client(engine, objectIds, session, origin, variables, channels);
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
                throw PgError.fatal(e.state(), e.getMessage());
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
