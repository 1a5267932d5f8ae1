package io.millrace.mergetree.read;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The promise that the files of some parts stay where they are. Given back when its scan is done, or, for a scan that was never run, when it is no longer
 * reachable. Thread-safe.
 */
public final class PartLease implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Return giveBack;

    /** Runs the release once. */
    private record Return(AtomicBoolean done, Runnable release) implements Runnable {
        @Override
        public void run() {
            if (done.compareAndSet(false, true)) {
                release.run();
            }
        }
    }

    public PartLease(Runnable release) {
        giveBack = new Return(new AtomicBoolean(), release);
    }

    /** Gives the lease back at the latest when {@code user} has been collected. */
    public void watch(Object user) {
        CLEANER.register(user, giveBack);
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
