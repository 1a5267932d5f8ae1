package io.millrace.postgres;

import io.millrace.catalog.database.Catalog;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.Account;
import io.millrace.engine.access.Rights;
import io.millrace.engine.access.User;
import io.millrace.postgres.catalog.CatalogSession;
import io.millrace.postgres.catalog.ObjectIds;
import io.millrace.postgres.catalog.Principal;
import java.util.ArrayList;
import java.util.List;
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
        public boolean may(String privilege, String database, Optional<String> table) {
            return rights(client.session().user(), client.session().roles()).allows(privilege, database, table);
        }

        private Rights rights(User user, Optional<Set<String>> roles) {
            return client.engine().access().rights(user, roles);
        }

        @Override
        public List<Principal> principals() {
            AccessControl access = client.engine().access();
            List<Principal> principals = new ArrayList<>();
            principals.add(principal(access.account(user()).orElseThrow()));
            if (may("SHOW USERS", "", Optional.empty())) {
                access.accounts().stream()
                        .filter(a -> !a.name().equals(user()))
                        .forEach(a -> principals.add(principal(a)));
            }
            if (may("SHOW ROLES", "", Optional.empty())) {
                access.roles()
                        .forEach(r -> principals.add(new Principal(r.name(), false, false, List.copyOf(r.roles()))));
            }
            return principals;
        }

        private Principal principal(Account account) {
            boolean everything =
                    rights(new User(account.name()), Optional.empty()).allows("ALL", "", Optional.empty());
            return new Principal(account.name(), true, everything, List.copyOf(account.roles()));
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
