package io.millrace.net.listen;

import java.time.Duration;

/**
 * How long a connection waits for its peer's bytes; the guard against peers that send slowly on purpose.
 *
 * <p>Used by the connection's thread only.
 */
public interface Patience {
    /** How many nanoseconds the next read may wait; zero or less when there is no patience left. */
    long nanos();

    /** Notes that a read waited this long for this many bytes. */
    void received(long waitedNanos, int bytes);

    /** All reads together must be over in this time, counted from now. */
    static Patience until(Duration total) {
        return new Until(System.nanoTime() + total.toNanos());
    }

    /** Each read may wait this long. */
    static Patience each(Duration perRead) {
        return new Pace(perRead.toNanos(), Long.MAX_VALUE / 2, Long.MAX_VALUE);
    }

    /**
     * Each read may wait {@code perRead}, and after {@code grace} of waiting the peer must have sent
     * {@code bytesPerSecond} on average. Only time spent waiting for the peer counts.
     */
    static Patience pace(Duration perRead, Duration grace, long bytesPerSecond) {
        return new Pace(perRead.toNanos(), grace.toNanos(), bytesPerSecond);
    }

    /** One deadline for everything. */
    record Until(long deadlineNanoTime) implements Patience {
        @Override
        public long nanos() {
            return deadlineNanoTime - System.nanoTime();
        }

        @Override
        public void received(long waitedNanos, int bytes) {}
    }

    /** A minimum speed after a time of grace. */
    final class Pace implements Patience {
        private final long perReadNanos;
        private final long bytesPerSecond;
        private double leftNanos;

        private Pace(long perReadNanos, long graceNanos, long bytesPerSecond) {
            this.perReadNanos = perReadNanos;
            this.leftNanos = graceNanos;
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public long nanos() {
            return Math.min(perReadNanos, (long) leftNanos);
        }

        @Override
        public void received(long waitedNanos, int bytes) {
            leftNanos += bytes * 1e9 / bytesPerSecond - waitedNanos;
        }
    }
}
