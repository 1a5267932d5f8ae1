package io.millrace.postgres;

import java.util.ArrayDeque;
import java.util.Deque;

/** The transaction block that a client believes to be in. Changes take effect at once whatever it says; only the block's states are kept. */
final class Transaction {
    private char status = 'I';
    private final Deque<String> savepoints = new ArrayDeque<>();
    private long changes;

    /** {@code I} idle, {@code T} in a block, {@code E} in a failed block. */
    char status() {
        return status;
    }

    boolean isOpen() {
        return status != 'I';
    }

    /**
     * @throws PgError when no block is open
     */
    void need(String what) {
        if (!isOpen()) {
            throw new PgError(SqlState.NO_TRANSACTION, what + " can only be used in transaction blocks");
        }
    }

    boolean isFailed() {
        return status == 'E';
    }

    void begin() {
        status = 'T';
    }

    void fail() {
        if (status == 'T') {
            status = 'E';
        }
    }

    void end() {
        status = 'I';
        savepoints.clear();
        changes = 0;
    }

    /** Notes a statement that a rollback would have to undo. */
    void changed() {
        if (isOpen()) {
            changes++;
        }
    }

    long changes() {
        return changes;
    }

    void savepoint(String name) {
        savepoints.push(name);
    }

    void release(String name) {
        unwind(name);
        savepoints.pop();
    }

    void rollbackTo(String name) {
        unwind(name);
        status = 'T';
    }

    private void unwind(String name) {
        if (!savepoints.contains(name)) {
            throw new PgError("3B001", "savepoint \"" + name + "\" does not exist");
        }
        while (!name.equals(savepoints.peek())) {
            savepoints.pop();
        }
    }
}
