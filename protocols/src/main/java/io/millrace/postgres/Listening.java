package io.millrace.postgres;

import io.millrace.postgres.Channels.Notification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One session's part in LISTEN and NOTIFY: what it listens to, what waits to be told to it, and what it sends when its transaction is committed. Belongs to
 * the connection's thread; only {@link #receive} may be called by others.
 */
final class Listening {
    private static final int MAX_PAYLOAD = 8000;
    private static final int MAX_NAME = 63;
    private static final int MAX_WAITING = 100_000;

    private final Channels channels;
    private final Set<String> names = new TreeSet<>();
    private final Queue<Notification> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final Set<Notification> uncommitted = new LinkedHashSet<>();

    Listening(Channels channels) {
        this.channels = channels;
    }

    /** Whether there is a channel it listens to. */
    boolean isOpen() {
        return !names.isEmpty();
    }

    Set<String> names() {
        return names;
    }

    void listen(String channel) {
        if (names.add(channel)) {
            channels.listen(channel, this);
        }
    }

    void unlisten(String channel) {
        if (names.remove(channel)) {
            channels.unlisten(channel, this);
        }
    }

    void unlistenAll() {
        names.forEach(name -> channels.unlisten(name, this));
        names.clear();
    }

    /** Sends a notification, in a transaction not before its end. */
    void send(Notification notification, boolean inTransaction) {
        if (notification.channel().isEmpty()) {
            throw new PgError(SqlState.INVALID_VALUE, "channel name cannot be empty");
        }
        if (notification.channel().getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
            throw new PgError(SqlState.INVALID_VALUE, "channel name too long");
        }
        if (notification.payload().getBytes(StandardCharsets.UTF_8).length >= MAX_PAYLOAD) {
            throw new PgError(SqlState.INVALID_VALUE, "payload string too long");
        }
        if (inTransaction) {
            uncommitted.add(notification);
        } else {
            channels.send(notification);
        }
    }

    void endTransaction(boolean committed) {
        if (committed) {
            uncommitted.forEach(channels::send);
        }
        uncommitted.clear();
    }

    /** Takes a notification that another session has sent; what a session does not fetch for too long is lost. */
    void receive(Notification notification) {
        if (waitingCount.incrementAndGet() > MAX_WAITING) {
            waitingCount.decrementAndGet();
        } else {
            waiting.add(notification);
        }
    }

    /** The next notification to tell the client. */
    Optional<Notification> next() {
        Optional<Notification> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(n -> waitingCount.decrementAndGet());
        return next;
    }
}
