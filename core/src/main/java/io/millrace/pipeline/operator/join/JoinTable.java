package io.millrace.pipeline.operator.join;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.Types;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.operator.sort.RowRanks;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;
import java.util.Optional;

/**
 * The right side of a join: its rows, and for each key the rows that have it. Immutable once made, but for the marks of what was matched, which drivers set under
 * the table's lock.
 */
final class JoinTable {
    private static final int BLOOM_LEAST_KEYS = 1 << 13;
    private static final int BLOOM_MOST_KEYS = 1 << 21;
    private static final int CHUNK_ROWS = 1 << 16;

    private final Block rows;
    private final KeyTable keys;
    /** Key number of each row, -1 where a NULL matches nothing. */
    private final int[] keyOf;
    /** Rows of key k are {@code rowsByKey[starts[k] .. starts[k + 1])}, in their order or in that of the ASOF key. */
    private final int[] starts;

    private final int[] rowsByKey;
    private final Optional<BloomFilter> bloom;
    private final Column asofValues;
    /** Whether key k is just row k. */
    private final boolean isUnique;

    /** Whether some keys come from rows with NULL only and so have no rows. */
    private final boolean hasEmptyKeys;

    private final byte[] usedKeys;
    private final byte[] usedRows;

    JoinTable(JoinSpec spec, Block rows, Reservation memory, Cancellation cancellation) {
        this.rows = rows;
        int count = rows.rows();
        memory.grow(8L * count);
        JoinKeys joinKeys = JoinKeys.of(spec, spec.right(), spec.rightKeys());
        keys = KeyTable.of(joinKeys.encoder(), memory);
        keyOf = new int[count];
        byte[] unmatchable = new byte[count];
        boolean asof = spec.strictness() == JoinSpec.Strictness.ASOF;
        Column ordered = rows.columns().isEmpty() ? new ByteColumn(new byte[0], 0) : rows.column(0);
        if (asof) {
            ordered = JoinKeys.withoutNulls(
                    rows.column(spec.rightKeys().getLast()).plain(), unmatchable);
        }
        asofValues = ordered;
        hasEmptyKeys = number(joinKeys, unmatchable, cancellation);
        isUnique = keys.size() == count && !hasEmptyKeys && !asof;
        boolean filtered = keys.size() >= BLOOM_LEAST_KEYS && keys.size() <= BLOOM_MOST_KEYS;
        bloom = filtered ? Optional.of(filledBloom()) : Optional.empty();
        memory.grow(5L * keys.size() + count);
        usedKeys = new byte[keys.size()];
        usedRows = new byte[spec.residual().isPresent() ? count : 0];
        starts = new int[keys.size() + 1];
        rowsByKey = byKey(
                asof
                        ? RowRanks.ascending(
                                asofValues,
                                Types.bare(spec.right().type(spec.rightKeys().getLast())),
                                count,
                                cancellation)
                        : new int[0],
                asof,
                cancellation);
    }

    /** Numbers the keys; answers whether some rows match nothing. */
    private boolean number(JoinKeys joinKeys, byte[] unmatchable, Cancellation cancellation) {
        KeyBatch batch = new KeyBatch();
        int[] ids = new int[CHUNK_ROWS];
        boolean skipped = false;
        for (int from = 0; from < rows.rows(); from += CHUNK_ROWS) {
            cancellation.check();
            int to = Math.min(rows.rows(), from + CHUNK_ROWS);
            byte[] nulls = Arrays.copyOfRange(unmatchable, from, to);
            joinKeys.encode(rows.slice(from, to), nulls, batch);
            keys.insert(batch, ids);
            for (int i = from; i < to; i++) {
                keyOf[i] = nulls[i - from] != 0 ? -1 : ids[i - from];
                skipped |= keyOf[i] < 0;
            }
        }
        return skipped;
    }

    private BloomFilter filledBloom() {
        BloomFilter filter = new BloomFilter();
        KeyBatch batch = new KeyBatch();
        for (int from = 0; from < keys.size(); from += CHUNK_ROWS) {
            keys.keys(from, Math.min(keys.size(), from + CHUNK_ROWS), batch);
            filter.add(batch);
        }
        return filter;
    }

    private int[] byKey(int[] order, boolean ordered, Cancellation cancellation) {
        cancellation.inPieces(keyOf.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                if (keyOf[i] >= 0) {
                    starts[keyOf[i] + 1]++;
                }
            }
        });
        for (int k = 0; k < keys.size(); k++) {
            starts[k + 1] += starts[k];
        }
        int[] next = Arrays.copyOf(starts, Math.max(1, keys.size()));
        int[] result = new int[starts[keys.size()]];
        cancellation.inPieces(keyOf.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                int row = ordered ? order[i] : i;
                if (keyOf[row] >= 0) {
                    result[next[keyOf[row]]++] = row;
                }
            }
        });
        return result;
    }

    Block rows() {
        return rows;
    }

    KeyTable keys() {
        return keys;
    }

    /** Tells most unknown keys, where that pays. */
    Optional<BloomFilter> bloom() {
        return bloom;
    }

    /** Whether each key has one row, which has the key's number. */
    boolean isUnique() {
        return isUnique;
    }

    boolean hasEmptyKeys() {
        return hasEmptyKeys;
    }

    int[] starts() {
        return starts;
    }

    int[] rowsByKey() {
        return rowsByKey;
    }

    /** Marks of keys that a left row matched; guarded by this. */
    byte[] usedKeys() {
        return usedKeys;
    }

    /** Marks of rows, used instead when a residual condition decides; guarded by this. */
    byte[] usedRows() {
        return usedRows;
    }

    boolean isUsed(int row) {
        return usedRows.length > 0 ? usedRows[row] != 0 : keyOf[row] >= 0 && usedKeys[keyOf[row]] != 0;
    }

    /** The right row nearest to a left value among the rows of a key, -1 if none fits. */
    int nearest(int key, Column values, int row, ValueOrder order, JoinSpec.Inequality inequality) {
        boolean before =
                inequality == JoinSpec.Inequality.GREATER || inequality == JoinSpec.Inequality.GREATER_OR_EQUALS;
        // low becomes the first row that is greater than the value (or not less, where equal ones count as after it)
        boolean equalsBefore =
                inequality == JoinSpec.Inequality.GREATER_OR_EQUALS || inequality == JoinSpec.Inequality.LESS;
        int low = starts[key];
        int high = starts[key + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = order.compare(asofValues, rowsByKey[middle], values, row, 1);
            if (compared < 0 || compared == 0 && equalsBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (before) {
            return low > starts[key] ? rowsByKey[low - 1] : -1;
        }
        return low < starts[key + 1] ? rowsByKey[low] : -1;
    }
}
