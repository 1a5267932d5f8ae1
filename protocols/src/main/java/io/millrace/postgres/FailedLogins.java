package io.millrace.postgres;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Counts the logins that failed by the address they came from, and makes those that go on wait longer and longer for their answer. Who knows the password
 * never waits. A quiet minute is forgiven; of too many addresses the ones seen last are remembered. Thread-safe.
 */
final class FailedLogins {
    private static final int MOST_ADDRESSES = 10_000;
    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;
    private static final long FORGIVEN_NANOS = Duration.ofMinutes(1).toNanos();

    private record Failures(int count, long last) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<InetAddress, Failures> failures = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    /**
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    FailedLogins(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts one more and says how long it has to wait. */
    Duration failed(InetAddress from) {
        long now = nanoTime.getAsLong();
        lock.lock();
        try {
            Failures before = failures.remove(from);
            int count = before == null || now - before.last() > FORGIVEN_NANOS ? 1 : before.count() + 1;
            failures.put(from, new Failures(count, now));
            if (failures.size() > MOST_ADDRESSES) {
                failures.remove(failures.keySet().iterator().next());
            }
            long millis = FIRST_MILLIS << Math.min(count - 1, 5);
            return Duration.ofMillis(Math.min(LONGEST_MILLIS, millis));
        } finally {
            lock.unlock();
        }
    }
}
