package io.millrace.postgres;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which connection a cancel request means: its number and a secret. Thread-safe. */
final class CancelKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORT_SECRET = 4;
    private static final int LONG_SECRET = 32;

    private final Map<Integer, Key> keys = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** A live connection's key; closing it forgets the connection. */
    record Key(int process, byte[] secret, Runnable cancel) {}

    /**
     * A key for a new connection.
     *
     * @param cancel ends what the connection runs; called from other threads
     */
    Key add(boolean longSecret, Runnable cancel) {
        byte[] secret = new byte[longSecret ? LONG_SECRET : SHORT_SECRET];
        RANDOM.nextBytes(secret);
        while (true) {
            int process = last.updateAndGet(p -> p == Integer.MAX_VALUE ? 1 : p + 1);
            Key key = new Key(process, secret, cancel);
            if (keys.putIfAbsent(process, key) == null) {
                return key;
            }
        }
    }

    void remove(Key key) {
        keys.remove(key.process());
    }

    /** Cancels if number and secret belong together, which is answered. */
    boolean cancel(int process, byte[] secret) {
        Key key = keys.get(process);
        if (key == null || !MessageDigest.isEqual(key.secret(), secret)) {
            return false;
        }
        key.cancel().run();
        return true;
    }

    /** {@code pg_cancel_backend}: false when there is no such connection. */
    boolean cancel(int process) {
        Key key = keys.get(process);
        if (key != null) {
            key.cancel().run();
        }
        return key != null;
    }
}
