package io.millrace.postgres;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of LISTEN and NOTIFY, which all sessions of a server share; nothing of them is kept. Thread-safe. */
final class Channels {
    private final Map<String, Set<Listening>> listeners = new ConcurrentHashMap<>();

    /**
     * What a session is told.
     *
     * @param process the number of the connection that sent it
     */
    record Notification(int process, String channel, String payload) {}

    void listen(String channel, Listening session) {
        listeners.compute(channel, (name, sessions) -> {
            Set<Listening> set = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
            set.add(session);
            return set;
        });
    }

    void unlisten(String channel, Listening session) {
        listeners.computeIfPresent(channel, (name, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    void send(Notification notification) {
        Set<Listening> sessions = listeners.getOrDefault(notification.channel(), Set.of());
        sessions.forEach(session -> session.receive(notification));
    }
}
