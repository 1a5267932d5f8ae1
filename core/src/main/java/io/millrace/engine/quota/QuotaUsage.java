package io.millrace.engine.quota;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;

/** What those who count together have used of a quota. Thread-safe. */
public final class QuotaUsage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Quota quota;
    private final String key;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Window> windows = new ArrayList<>();

    /** An interval that passes, and what was used in it. */
    private static final class Window {
        private final Quota.Interval interval;
        private final long[] used = new long[QuotaResource.values().length];
        private long endSecond;

        Window(Quota.Interval interval, long now) {
            this.interval = interval;
            long length = interval.length().toSeconds();
            long offset = interval.randomized() ? new SplittableRandom().nextLong(length) : 0;
            this.endSecond = now - Math.floorMod(now - offset, length) + length;
        }

        /** Begins the interval of this moment. */
        void moveTo(long now) {
            if (now >= endSecond) {
                long length = interval.length().toSeconds();
                endSecond += ((now - endSecond) / length + 1) * length;
                Arrays.fill(used, 0);
            }
        }
    }

    /**
     * An interval with what was used in it.
     *
     * @param used by the order of {@link QuotaResource}
     */
    public record Use(Quota.Interval interval, Instant start, Instant end, List<Long> used) {}

    QuotaUsage(Quota quota, String key, InstantSource clock, ZoneId zone) {
        this.quota = quota;
        this.key = key;
        this.clock = clock;
        this.zone = zone;
        long now = now();
        quota.intervals().forEach(interval -> windows.add(new Window(interval, now)));
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    public Quota quota() {
        return quota;
    }

    /** Who count together. */
    public String key() {
        return key;
    }

    /** Adds to what was used, without asking whether it is too much. */
    void count(QuotaResource resource, long amount) {
        lock.lock();
        try {
            long now = now();
            for (Window window : windows) {
                window.moveTo(now);
                window.used[resource.ordinal()] += amount;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds to what was used.
     *
     * @throws DbException QUOTA_EXCEEDED when that is more than the quota allows
     */
    void use(QuotaResource resource, long amount, String user) {
        count(resource, amount);
        check(resource, user);
    }

    /**
     * @throws DbException QUOTA_EXCEEDED when more was used than the quota allows
     */
    void check(QuotaResource resource, String user) {
        lock.lock();
        try {
            long now = now();
            for (Window window : windows) {
                window.moveTo(now);
                long limit = window.interval.limit(resource);
                long used = window.used[resource.ordinal()];
                if (limit > 0 && used > limit) {
                    throw exceeded(resource, window, used, limit, user);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private DbException exceeded(QuotaResource resource, Window window, long used, long limit, String user) {
        return new DbException(
                ErrorCode.QUOTA_EXCEEDED,
                "Quota for user `" + user + "` for " + window.interval.length().toSeconds() + "s has been exceeded: "
                        + resource.text() + " = " + resource.text(used) + "/" + resource.text(limit)
                        + ". Interval will end at "
                        + TIME.format(Instant.ofEpochSecond(window.endSecond).atZone(zone))
                        + ". Name of quota template: `" + quota.name() + "`");
    }

    /** The intervals of this moment. */
    public List<Use> uses() {
        lock.lock();
        try {
            long now = now();
            List<Use> uses = new ArrayList<>();
            for (Window window : windows) {
                window.moveTo(now);
                List<Long> used = new ArrayList<>();
                for (long amount : window.used) {
                    used.add(amount);
                }
                Instant end = Instant.ofEpochSecond(window.endSecond);
                uses.add(new Use(window.interval, end.minus(window.interval.length()), end, List.copyOf(used)));
            }
            return List.copyOf(uses);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing was used in any interval of this moment. */
    boolean isUnused() {
        return uses().stream().flatMap(use -> use.used().stream()).allMatch(amount -> amount == 0);
    }
}
