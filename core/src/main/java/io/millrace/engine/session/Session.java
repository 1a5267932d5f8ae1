package io.millrace.engine.session;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.table.Table;
import io.millrace.engine.access.ConstrainedSettings;
import io.millrace.engine.access.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A user's state between queries: database, settings, query parameters, temporary tables. One query at a time holds it; the fields are volatile because
 * queries come on different threads.
 */
public final class Session {
    private final User user;
    private final Map<String, Table> temporaryTables = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile String database;
    private volatile ConstrainedSettings settings;
    private volatile Map<String, String> parameters = Map.of();
    private volatile Optional<Set<String>> roles = Optional.empty();

    public Session(User user, String database, ConstrainedSettings settings) {
        this.user = user;
        this.database = database;
        this.settings = settings;
    }

    public User user() {
        return user;
    }

    public String database() {
        return database;
    }

    /** Sets the database that names without one mean. */
    public void use(String newDatabase) {
        database = newDatabase;
    }

    public Settings settings() {
        return settings.values();
    }

    /** The settings together with what the user may change them to. */
    public ConstrainedSettings constrainedSettings() {
        return settings;
    }

    public void change(ConstrainedSettings changed) {
        settings = changed;
    }

    /** The current roles; empty for those that the user begins with. */
    public Optional<Set<String>> roles() {
        return roles;
    }

    public void actAs(Optional<Set<String>> chosen) {
        roles = chosen;
    }

    /** Parameters set by {@code SET param_x = ...}. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Sets a query parameter for the statements to come. */
    public void setParameter(String name, String value) {
        Map<String, String> copy = new TreeMap<>(parameters);
        copy.put(name, value);
        parameters = Map.copyOf(copy);
    }

    /** The temporary table of that name. */
    public Optional<Table> temporaryTable(String name) {
        return Optional.ofNullable(temporaryTables.get(name));
    }

    /** False if there is one of that name already. */
    public List<String> temporaryTableNames() {
        return temporaryTables.keySet().stream().sorted().toList();
    }

    public boolean addTemporary(String name, Table table) {
        return temporaryTables.putIfAbsent(name, table) == null;
    }

    public boolean dropTemporary(String name) {
        return temporaryTables.remove(name) != null;
    }

    /** Takes the session for one query. */
    public void lock(String id) {
        if (!busy.compareAndSet(false, true)) {
            throw new DbException(ErrorCode.SESSION_IS_LOCKED, "Session " + id + " is locked by a concurrent client");
        }
    }

    /** Lets the next request of the session in. */
    public void unlock() {
        busy.set(false);
    }
}
