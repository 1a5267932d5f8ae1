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
    private final Optional<String> context;

    PgError(String state, String message) {
        this(state, message, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private PgError(
            String state,
            String message,
            boolean fatal,
            Optional<String> detail,
            Optional<String> hint,
            Optional<String> context) {
        super(message, null, false, false);
        this.state = state;
        this.fatal = fatal;
        this.detail = detail;
        this.hint = hint;
        this.context = context;
    }

    /** An error that ends the connection. */
    static PgError fatal(String state, String message) {
        return new PgError(state, message, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An error of the engine.
     *
     * @param database the current one, whose name is left out of messages
     */
    static PgError of(DbException e, String version, String database) {
        return new PgError(
                SqlState.of(e.code()),
                ErrorWords.of(e, database),
                false,
                Optional.of("Code: " + e.code().number() + ". DB::Exception ("
                        + e.code().name() + "), version " + version),
                Optional.empty(),
                Optional.empty());
    }

    PgError withHint(String text) {
        return new PgError(state, getMessage(), fatal, detail, Optional.of(text), context);
    }

    /** Where it happened, as in {@code COPY t, line 3, column a: "x"}. */
    PgError at(String where) {
        return new PgError(state, getMessage(), fatal, detail, hint, Optional.of(where));
    }

    /** The same as the end of the connection. */
    PgError asFatal() {
        return new PgError(state, getMessage(), true, detail, hint, context);
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

    Optional<String> context() {
        return context;
    }
}
