package io.millrace.base.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A scheduler whose time stands still until a test moves it. Tasks that are due at the same moment run in an order drawn from a seed. Tasks run in the thread that
 * advances the time; scheduling is thread-safe.
 */
public final class VirtualScheduler implements Scheduler {
    /** Stands for: no task is due. */
    @SuppressWarnings("UnnecessaryLambda") // a value to compare with, not something to call
    private static final Runnable NOTHING = () -> {};

    private final Random random;
    private final List<Task> tasks = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private Instant now;
    private boolean stopped;

    public VirtualScheduler(long seed, Instant start) {
        this.random = new Random(seed);
        this.now = start;
    }

    @Override
    public synchronized Handle schedule(Duration delay, Runnable task) {
        Task added = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), task);
        if (!stopped) {
            tasks.add(added);
        }
        return () -> cancel(added);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Moves the time on and runs what becomes due, also what those tasks schedule. */
    public void advance(Duration duration) {
        Instant end = now().plus(duration);
        for (Task task = takeDue(end); task.work != NOTHING; task = takeDue(end)) {
            try {
                task.work.run();
            } catch (RuntimeException e) {
                synchronized (this) {
                    failures.add(e);
                }
            }
        }
    }

    /** Removes the next task up to {@code end}, any one of those of the same moment; moves the time to it, or to the end. */
    private synchronized Task takeDue(Instant end) {
        List<Task> next = new ArrayList<>();
        for (Task task : tasks) {
            if (task.due.isAfter(end)) {
                continue;
            }
            if (!next.isEmpty() && task.due.isBefore(next.getFirst().due)) {
                next.clear();
            }
            if (next.isEmpty() || task.due.equals(next.getFirst().due)) {
                next.add(task);
            }
        }
        if (next.isEmpty()) {
            now = end;
            return new Task(end, NOTHING);
        }
        Task chosen = next.get(random.nextInt(next.size()));
        tasks.remove(chosen);
        now = chosen.due.isAfter(now) ? chosen.due : now;
        return chosen;
    }

    public synchronized Instant now() {
        return now;
    }

    /** A clock that shows this scheduler's time, in UTC. */
    public Clock clock() {
        return new VirtualClock(ZoneOffset.UTC);
    }

    /** How many tasks wait. */
    public synchronized int waiting() {
        return tasks.size();
    }

    /** What tasks threw. */
    public synchronized List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public synchronized void shutdown(Duration grace) {
        stopped = true;
        tasks.clear();
    }

    /** A task and when it is due; equal only to itself. */
    private static final class Task {
        private final Instant due;
        private final Runnable work;

        Task(Instant due, Runnable work) {
            this.due = due;
            this.work = work;
        }
    }

    /** The time of the scheduler as a clock. */
    private final class VirtualClock extends Clock {
        private final ZoneId zone;

        VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
