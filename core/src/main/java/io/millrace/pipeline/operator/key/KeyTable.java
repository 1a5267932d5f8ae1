package io.millrace.pipeline.operator.key;

import io.millrace.pipeline.run.Reservation;

/**
 * Numbers distinct keys 0, 1, 2, ... in the order they are first seen. Charges its memory before it grows. Owned by one thread at a time; look-ups alone may be
 * shared once nothing is inserted any more.
 */
public abstract sealed class KeyTable permits WordTable, WordsTable, BytesTable, NoKeyTable {
    private final Reservation memory;

    KeyTable(Reservation memory) {
        this.memory = memory;
    }

    /**
     * An empty table for keys of an encoder.
     *
     * @param memory where the table's bytes are added; several tables may share one
     */
    public static KeyTable of(KeyEncoder encoder, Reservation memory) {
        return switch (encoder.form()) {
            case NONE -> new NoKeyTable(memory);
            case WORDS ->
                encoder.wordCount() == 1 ? new WordTable(memory) : new WordsTable(encoder.wordCount(), memory);
            case STRING, SERIALIZED -> new BytesTable(memory);
        };
    }

    /** Puts the number of each row's key into {@code ids}, giving new keys new numbers. */
    public abstract void insert(KeyBatch batch, int[] ids);

    /** Puts the number of each row's key into {@code ids}, -1 for unknown keys. */
    public abstract void find(KeyBatch batch, int[] ids);

    /** Number of keys. */
    public abstract int size();

    /** Fills {@code batch} with keys {@code from} to {@code to} (exclusive) and their hashes. */
    public abstract void keys(int from, int to, KeyBatch batch);

    /** Bytes held. */
    public abstract long sizeBytes();

    final void charge(long more) {
        memory.grow(more);
    }
}
