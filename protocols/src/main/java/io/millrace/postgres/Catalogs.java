package io.millrace.postgres;

import io.millrace.catalog.database.Catalog;
import io.millrace.postgres.catalog.CatalogSession;
import io.millrace.postgres.catalog.ObjectIds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** What the catalog sees of a client. */
final class Catalogs {
    private static final long STEP_NANOS = 20_000_000;

    private final Client client;

    Catalogs(Client client) {
        this.client = client;
    }

    CatalogSession context() {
        return new Context(client);
    }

    private record Context(Client client) implements CatalogSession {
        @Override
        public String schema() {
            return client.session().database();
        }

        @Override
        public String database() {
            return client.startDatabase();
        }

        @Override
        public String user() {
            return client.session().user().name();
        }

        @Override
        public Catalog catalog() {
            return client.engine().catalog(client.session());
        }

        @Override
        public ObjectIds ids() {
            return client.objectIds();
        }

        @Override
        public Optional<String> variable(String name) {
            return client.variables().shown(name);
        }

        @Override
        public Map<String, String> variables() {
            return client.variables().all();
        }

        @Override
        public String setVariable(String name, String value, boolean local) {
            SessionCommands.set(client, name, value, local);
            SessionCommands.apply(client);
            return client.variables().find(name).orElse(value);
        }

        @Override
        public String version() {
            return Version.text(client.variables());
        }

        @Override
        public int process() {
            return client.process();
        }

        @Override
        public boolean cancel(int process) {
            return client.cancelOther(process);
        }

        @Override
        public void notify(String channel, String payload) {
            client.notify(channel, payload);
        }

        @Override
        public Set<String> listening() {
            return client.listening().names();
        }

        @Override
        public void sleep(double seconds) {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            long timeout = Long.parseLong(client.variables().get("statement_timeout"));
            while (System.nanoTime() - end < 0) {
                if (client.isCancelled()) {
                    throw new PgError(SqlState.CANCELED, "canceling statement due to user request");
                }
                if (timeout > 0 && System.nanoTime() - begin >= timeout * 1_000_000) {
                    throw new PgError(SqlState.CANCELED, "canceling statement due to statement timeout");
                }
                LockSupport.parkNanos(Math.min(STEP_NANOS, Math.max(1, end - System.nanoTime())));
            }
        }

        @Override
        public String zone() {
            return client.variables().get("TimeZone");
        }
    }
}
