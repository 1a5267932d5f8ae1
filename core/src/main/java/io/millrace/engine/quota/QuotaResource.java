package io.millrace.engine.quota;

import java.util.Locale;
import java.util.Optional;

/** What a quota counts; amounts are whole numbers, of time in nanoseconds. */
public enum QuotaResource {
    QUERIES,
    QUERY_SELECTS,
    QUERY_INSERTS,
    ERRORS,
    RESULT_ROWS,
    RESULT_BYTES,
    READ_ROWS,
    READ_BYTES,
    EXECUTION_TIME,
    WRITTEN_BYTES;

    private static final double NANOS = 1e9;

    /** Its element in the configuration and, behind {@code max_}, its column in the system tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resource of an element; empty if there is none. */
    static Optional<QuotaResource> ofText(String text) {
        for (QuotaResource resource : values()) {
            if (resource.text().equals(text)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** The amount that a number of the configuration means; times stand there in seconds. */
    long amount(String text) {
        return this == EXECUTION_TIME ? (long) (Double.parseDouble(text) * NANOS) : Long.parseLong(text);
    }

    /** An amount as the system tables show it. */
    public Number shown(long amount) {
        return this == EXECUTION_TIME ? (Number) (amount / NANOS) : (Number) amount;
    }

    /** An amount in an error's text. */
    String text(long amount) {
        return this == EXECUTION_TIME ? amount / NANOS + "s" : Long.toString(amount);
    }
}
