package io.millrace.engine.session;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.access.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Named sessions, which HTTP clients come back to by {@code session_id}. Forgotten when their timeout has passed unused. Thread-safe. */
public final class Sessions {
    private record Held(Session session, Instant until) {}

    private record Key(String user, String id) {}

    private final Map<Key, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Function<User, Session> newSession;

    /**
     * @param newSession makes a session as a user's sessions begin
     */
    public Sessions(Clock clock, Function<User, Session> newSession) {
        this.clock = clock;
        this.newSession = newSession;
    }

    /**
     * The session of a name, locked for the caller; {@link #release} gives it back.
     *
     * @param mustExist {@code session_check=1}: unknown sessions are an error
     */
    public Session acquire(User user, String id, boolean mustExist) {
        Instant now = clock.instant();
        held.values().removeIf(h -> h.until().isBefore(now));
        Key key = new Key(user.name(), id);
        Held found = held.get(key);
        if (found == null && mustExist) {
            throw new DbException(ErrorCode.SESSION_NOT_FOUND, "Session " + id + " not found");
        }
        Session session = held.computeIfAbsent(key, k -> new Held(newSession.apply(user), Instant.MAX))
                .session();
        session.lock(id);
        held.put(key, new Held(session, Instant.MAX));
        return session;
    }

    public void release(User user, String id, Session session, Duration timeout) {
        held.put(new Key(user.name(), id), new Held(session, clock.instant().plus(timeout)));
        session.unlock();
    }
}
