package io.millrace.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The portals and cursors of a connection, which share their names. */
final class Portals {
    private static final int MOST = 1000;

    private final Map<String, Portal> portals = new LinkedHashMap<>();

    void add(String name, Portal portal) {
        if (name.isEmpty()) {
            remove(name);
        } else if (portals.containsKey(name)) {
            throw new PgError("42P03", "cursor \"" + name + "\" already exists");
        }
        if (portals.size() >= MOST) {
            throw new PgError("53400", "too many portals: at most " + MOST + " per connection");
        }
        portals.put(name, portal);
    }

    Optional<Portal> find(String name) {
        return Optional.ofNullable(portals.get(name));
    }

    Portal get(String name, String kind) {
        return find(name)
                .orElseThrow(() -> new PgError(SqlState.UNKNOWN_CURSOR, kind + " \"" + name + "\" does not exist"));
    }

    boolean remove(String name) {
        Portal portal = portals.remove(name);
        if (portal != null) {
            portal.close();
        }
        return portal != null;
    }

    /** Ends those that do not outlive a transaction. */
    void endTransaction() {
        List<String> ending = new ArrayList<>();
        portals.forEach((name, portal) -> {
            if (!portal.isHeld()) {
                ending.add(name);
            }
        });
        ending.forEach(this::remove);
    }

    void clear() {
        List.copyOf(portals.keySet()).forEach(this::remove);
    }
}
