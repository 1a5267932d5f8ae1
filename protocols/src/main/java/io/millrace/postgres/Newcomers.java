package io.millrace.postgres;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the connections that have not proven who they are, so that they cannot take the places of those that have. Thread-safe.
 */
final class Newcomers {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();
    private int total;

    /** The place that one of them takes until it is closed. */
    final class Place implements AutoCloseable {
        private final InetAddress from;
        private boolean left;

        private Place(InetAddress from) {
            this.from = from;
        }

        /** Gives the place back; further calls do nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (!left) {
                    left = true;
                    total--;
                    perAddress.computeIfPresent(from, (address, count) -> count > 1 ? count - 1 : null);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A place for one more, or empty when there are too many. */
    Optional<Place> enter(InetAddress from, PostgresLimits limits) {
        lock.lock();
        try {
            int there = perAddress.getOrDefault(from, 0);
            if (total >= limits.newcomers() || there >= limits.newcomersPerAddress()) {
                return Optional.empty();
            }
            total++;
            perAddress.put(from, there + 1);
            return Optional.of(new Place(from));
        } finally {
            lock.unlock();
        }
    }
}
