package io.millrace.postgres;

import io.millrace.net.pgwire.WireType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prepared statements of a connection; the one without a name is replaced by the next. */
final class Prepared {
    private final Client.Holdings holdings;
    private final int most;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Prepared(Client.Holdings holdings, int most) {
        this.holdings = holdings;
        this.most = most;
    }

    /**
     * A statement under a name.
     *
     * @param declared the types that the client has chosen for parameters
     */
    record PreparedStatement(String text, List<Optional<WireType>> declared, Command command) {
        long heldBytes() {
            return Client.Holdings.ofText(text);
        }
    }

    void add(String name, PreparedStatement statement) {
        if (!name.isEmpty() && statements.containsKey(name)) {
            throw new PgError("42P05", "prepared statement \"" + name + "\" already exists");
        }
        remove(name);
        if (statements.size() >= most) {
            throw new PgError("53400", "too many prepared statements: at most " + most + " per connection");
        }
        holdings.take(statement.heldBytes());
        statements.put(name, statement);
    }

    PreparedStatement get(String name) {
        PreparedStatement statement = statements.get(name);
        if (statement == null) {
            throw new PgError(
                    SqlState.UNKNOWN_STATEMENT,
                    name.isEmpty()
                            ? "unnamed prepared statement does not exist"
                            : "prepared statement \"" + name + "\" does not exist");
        }
        return statement;
    }

    boolean remove(String name) {
        PreparedStatement statement = statements.remove(name);
        if (statement != null) {
            holdings.giveBack(statement.heldBytes());
        }
        return statement != null;
    }

    void clear() {
        List.copyOf(statements.keySet()).forEach(this::remove);
    }
}
