package io.millrace.engine.quota;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What one query uses of its user's quota; without a quota nothing is counted. Thread-safe. */
public final class QuotaMeter {
    private final Optional<QuotaUsage> usage;
    private final String user;
    private final AtomicLong charged = new AtomicLong(System.nanoTime());

    private QuotaMeter(Optional<QuotaUsage> usage, String user) {
        this.usage = usage;
        this.user = user;
    }

    /** For what has no quota. */
    public static QuotaMeter unlimited() {
        return new QuotaMeter(Optional.empty(), "");
    }

    static QuotaMeter of(QuotaUsage usage, String user) {
        return new QuotaMeter(Optional.of(usage), user);
    }

    /** What is counted together with this; empty without a quota. */
    public Optional<QuotaUsage> usage() {
        return usage;
    }

    /**
     * Counts the query itself.
     *
     * @param kind QUERY_SELECTS, QUERY_INSERTS, or empty for another statement
     * @throws io.millrace.base.error.DbException QUOTA_EXCEEDED
     */
    public void begin(Optional<QuotaResource> kind) {
        kind.ifPresent(resource -> use(resource, 1));
        use(QuotaResource.QUERIES, 1);
        usage.ifPresent(u -> {
            u.check(QuotaResource.ERRORS, user);
            u.check(QuotaResource.EXECUTION_TIME, user);
        });
    }

    /**
     * @throws io.millrace.base.error.DbException QUOTA_EXCEEDED
     */
    public void read(long rows, long bytes) {
        use(QuotaResource.READ_ROWS, rows);
        use(QuotaResource.READ_BYTES, bytes);
        charge();
    }

    /**
     * @throws io.millrace.base.error.DbException QUOTA_EXCEEDED
     */
    public void delivered(long rows, long bytes) {
        use(QuotaResource.RESULT_ROWS, rows);
        use(QuotaResource.RESULT_BYTES, bytes);
        charge();
    }

    /**
     * @throws io.millrace.base.error.DbException QUOTA_EXCEEDED
     */
    public void wrote(long bytes) {
        use(QuotaResource.WRITTEN_BYTES, bytes);
        charge();
    }

    /** The query has ended; what it used is counted, but it is too late to refuse it. */
    public void end(boolean failed) {
        usage.ifPresent(u -> {
            u.count(QuotaResource.EXECUTION_TIME, elapsed());
            if (failed) {
                u.count(QuotaResource.ERRORS, 1);
            }
        });
    }

    private void charge() {
        if (usage.isPresent()) {
            use(QuotaResource.EXECUTION_TIME, elapsed());
        }
    }

    private long elapsed() {
        long now = System.nanoTime();
        return Math.max(0, now - charged.getAndAccumulate(now, Math::max));
    }

    private void use(QuotaResource resource, long amount) {
        if (usage.isPresent()) {
            usage.get().use(resource, amount, user);
        }
    }
}
