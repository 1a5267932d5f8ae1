package io.millrace.base.memory;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One node in the tree of memory budgets (server, user, query, operator), counting bytes that are held.
 *
 * <p>A reservation is charged to the node and to all its ancestors, or to none. Thread-safe. Limits are bytes; 0 means unlimited, as in
 * ClickHouse's {@code max_memory_usage}.
 */
public final class MemoryTracker implements AutoCloseable {
    private final String name;
    private final Optional<MemoryTracker> parent;
    private final long limitBytes;
    private final AtomicLong usedBytes = new AtomicLong();
    private final AtomicLong peakBytes = new AtomicLong();

    private MemoryTracker(String name, Optional<MemoryTracker> parent, long limitBytes) {
        this.name = name;
        this.parent = parent;
        this.limitBytes = limitBytes;
    }

    /** The tracker of the whole server. */
    public static MemoryTracker root(String name, long limitBytes) {
        return new MemoryTracker(name, Optional.empty(), limitBytes);
    }

    /** A budget inside of this one; 0 for no limit of its own. */
    public MemoryTracker child(String childName, long childLimitBytes) {
        return new MemoryTracker(childName, Optional.of(this), childLimitBytes);
    }

    /**
     * Charges {@code bytes} here and above before they are allocated.
     *
     * @throws DbException MEMORY_LIMIT_EXCEEDED if a limit on the way up would be passed; nothing is charged then
     */
    public void reserve(long bytes) {
        Optional<MemoryTracker> refused = tryReserve(bytes);
        if (refused.isPresent()) {
            throw refused.get().exceeded(bytes);
        }
    }

    /** Like {@link #reserve}, but answers the tracker whose limit is in the way instead of failing; empty means reserved. */
    public Optional<MemoryTracker> tryReserve(long bytes) {
        long now = usedBytes.addAndGet(bytes);
        if (limitBytes > 0 && bytes > 0 && now > limitBytes) {
            usedBytes.addAndGet(-bytes);
            return Optional.of(this);
        }
        if (parent.isPresent()) {
            Optional<MemoryTracker> refused = parent.get().tryReserve(bytes);
            if (refused.isPresent()) {
                usedBytes.addAndGet(-bytes);
                return refused;
            }
        }
        if (now > peakBytes.get()) {
            peakBytes.accumulateAndGet(now, Math::max);
        }
        return Optional.empty();
    }

    /** Gives back bytes that were reserved. */
    public void release(long bytes) {
        usedBytes.addAndGet(-bytes);
        parent.ifPresent(p -> p.release(bytes));
    }

    public long usedBytes() {
        return usedBytes.get();
    }

    public long peakBytes() {
        return peakBytes.get();
    }

    public long limitBytes() {
        return limitBytes;
    }

    /** Gives back whatever is still charged here; the end of a query or an operator. */
    @Override
    public void close() {
        long rest = usedBytes.getAndSet(0);
        parent.ifPresent(p -> p.release(rest));
    }

    private DbException exceeded(long bytes) {
        return new DbException(
                ErrorCode.MEMORY_LIMIT_EXCEEDED,
                "Memory limit (" + name + ") exceeded: would use " + Sizes.readable(usedBytes.get() + bytes)
                        + " (attempt to allocate chunk of " + bytes + " bytes), maximum: "
                        + Sizes.readable(limitBytes));
    }
}
