package io.millrace.postgres;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A statement about the session itself, which this door carries out. Immutable. */
sealed interface SessionCommand {
    /** {@code SET [LOCAL] name TO value, value}; no value for DEFAULT. */
    record Assign(String name, Optional<String> value, boolean local) implements SessionCommand {}

    /** {@code SET TRANSACTION ..} and {@code SET SESSION CHARACTERISTICS AS TRANSACTION ..}. */
    record Characteristics(TransactionModes modes, boolean session) implements SessionCommand {}

    record Show(String name) implements SessionCommand {}

    record ShowAll() implements SessionCommand {}

    /** {@code RESET name}; without a name everything. */
    record Reset(Optional<String> name) implements SessionCommand {}

    record Begin(TransactionModes modes, String tag) implements SessionCommand {}

    record Commit(boolean chain) implements SessionCommand {}

    record Rollback(boolean chain) implements SessionCommand {}

    record Savepoint(String name) implements SessionCommand {}

    record Release(String name) implements SessionCommand {}

    record RollbackTo(String name) implements SessionCommand {}

    record Declare(String name, boolean scroll, boolean hold, boolean binary, String query) implements SessionCommand {}

    /**
     * {@code FETCH} or {@code MOVE}.
     *
     * @param count rows, negative for backwards; empty for all
     */
    record Fetch(String cursor, Direction direction, OptionalLong count, boolean move) implements SessionCommand {}

    /** Where FETCH goes. */
    enum Direction {
        FORWARD,
        BACKWARD,
        ABSOLUTE,
        RELATIVE
    }

    /** {@code CLOSE cursor}; without a name all. */
    record Close(Optional<String> cursor) implements SessionCommand {}

    record Discard(String what) implements SessionCommand {}

    record Prepare(String name, List<String> types, String statement) implements SessionCommand {}

    /** {@code EXECUTE name(expressions)}, the expressions as texts. */
    record Execute(String name, List<String> arguments) implements SessionCommand {}

    /** {@code DEALLOCATE name}; without a name all. */
    record Deallocate(Optional<String> name) implements SessionCommand {}

    record Use(String database) implements SessionCommand {}

    record Listen(String channel) implements SessionCommand {}

    /** {@code UNLISTEN channel}; without a name all. */
    record Unlisten(Optional<String> channel) implements SessionCommand {}

    record Notify(String channel, String payload) implements SessionCommand {}

    /** {@code LOCK TABLE}, which needs a transaction block. */
    record Lock() implements SessionCommand {}

    /** Accepted and without effect, of which the client is told. */
    record Ignored(String tag, String notice) implements SessionCommand {}

    /** Accepted and without effect. */
    record Nothing(String tag) implements SessionCommand {}

    /** Refused, with the reason. */
    record Unsupported(String message) implements SessionCommand {}

    /** Isolation level and access mode where they are given. */
    record TransactionModes(Optional<String> isolation, Optional<Boolean> readOnly) {
        static final TransactionModes NONE = new TransactionModes(Optional.empty(), Optional.empty());
    }
}
