package io.millrace.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The portals and cursors of a connection, which share their names. */
final class Portals {
    private final Client.Holdings holdings;
    private final int most;
    private final Map<String, Portal> portals = new LinkedHashMap<>();

    Portals(Client.Holdings holdings, int most) {
        this.holdings = holdings;
        this.most = most;
    }

    void add(String name, Portal portal) {
        if (name.isEmpty()) {
            remove(name);
        } else if (portals.containsKey(name)) {
            throw new PgError("42P03", "cursor \"" + name + "\" already exists");
        }
        if (portals.size() >= most) {
            throw new PgError("53400", "too many portals: at most " + most + " per connection");
        }
        holdings.take(portal.heldBytes());
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
            holdings.giveBack(portal.heldBytes());
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
