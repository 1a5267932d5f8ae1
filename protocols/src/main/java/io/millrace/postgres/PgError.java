package io.millrace.postgres;

import io.millrace.base.error.DbException;
import java.util.Optional;

/**
 * An error as PostgreSQL's clients are told of it. Only inside of this door, for conditions that are the protocol's own and have no code in ClickHouse;
 * errors of the engine are translated by {@link SqlState}.
 */
final class PgError extends RuntimeException {
    private final String state;
    private final boolean fatal;
    private final Optional<String> detail;
    private final Optional<String> hint;

    PgError(String state, String message) {
        this(state, message, false, Optional.empty(), Optional.empty());
    }

    private PgError(String state, String message, boolean fatal, Optional<String> detail, Optional<String> hint) {
        super(message, null, false, false);
        this.state = state;
        this.fatal = fatal;
        this.detail = detail;
        this.hint = hint;
    }

    /** An error that ends the connection. */
    static PgError fatal(String state, String message) {
        return new PgError(state, message, true, Optional.empty(), Optional.empty());
    }

    /**
     * An error of the engine.
     *
     * @param database the current one, whose name is left out of messages
     */
    static PgError of(DbException e, String version, String database) {
        String message = ErrorWords.of(e, database);
        return new PgError(
                SqlState.of(e.code()),
                message,
                false,
                Optional.of("Code: " + e.code().number() + ". DB::Exception ("
                        + e.code().name() + "), version " + version),
                Optional.empty());
    }

    PgError withHint(String text) {
        return new PgError(state, getMessage(), fatal, detail, Optional.of(text));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** SQLSTATE. */
    String state() {
        return state;
    }

    boolean isFatal() {
        return fatal;
    }

    Optional<String> detail() {
        return detail;
    }

    Optional<String> hint() {
        return hint;
    }
}
