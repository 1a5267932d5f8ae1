package io.millrace.functions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.expressions.aggregate.GroupedState;
import java.util.Arrays;
import java.util.Optional;

/**
 * States that leave out rows with a NULL in any argument.
 *
 * <p>A flagged one knows whether any row counted, gives NULL for groups without one, and has that flag as the first byte of its written form.
 */
final class NullSkippingState extends SkippingState {
    private static final byte[] ZEROS = new byte[4096];

    private final boolean[] nullable;
    private final boolean flagged;
    private byte[] seen = {};

    NullSkippingState(GroupedState nested, boolean[] nullable, boolean flagged) {
        super(nested);
        this.nullable = nullable;
        this.flagged = flagged;
    }

    @Override
    public void resize(int groups) {
        super.resize(groups);
        if (flagged && groups > seen.length) {
            seen = Arrays.copyOf(seen, Growth.capacity(seen.length, groups));
        }
    }

    @Override
    protected Optional<byte[]> skipped(Column[] arguments, int from, int to) {
        byte[] skipped = null;
        for (int a = 0; a < nullable.length; a++) {
            if (nullable[a] && arguments[a] instanceof NullableColumn column && anyNull(column.nulls(), from, to)) {
                byte[] nulls = column.nulls();
                if (skipped == null) {
                    skipped = Arrays.copyOfRange(nulls, from, to);
                } else {
                    for (int i = from; i < to; i++) {
                        skipped[i - from] |= nulls[i];
                    }
                }
            }
        }
        return Optional.ofNullable(skipped);
    }

    /** Compares with zeros, which is one vector instruction for many rows. */
    private static boolean anyNull(byte[] nulls, int from, int to) {
        for (int at = from; at < to; at += ZEROS.length) {
            int end = Math.min(to, at + ZEROS.length);
            if (!Arrays.equals(nulls, at, end, ZEROS, 0, end - at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected Column[] inner(Column[] arguments) {
        Column[] result = new Column[arguments.length];
        for (int a = 0; a < arguments.length; a++) {
            result[a] = nullable[a] && arguments[a] instanceof NullableColumn column ? column.values() : arguments[a];
        }
        return result;
    }

    @Override
    protected void counted(int[] groupOf, Optional<byte[]> skipped, int rows) {
        if (!flagged) {
            return;
        }
        // most groups are marked already: a test is cheaper than writing the same byte again and again
        byte[] marks = seen;
        if (skipped.isPresent()) {
            byte[] out = skipped.get();
            for (int i = 0; i < rows; i++) {
                if (marks[groupOf[i]] == 0) {
                    marks[groupOf[i]] = (byte) (1 - out[i]);
                }
            }
        } else {
            for (int i = 0; i < rows; i++) {
                if (marks[groupOf[i]] == 0) {
                    marks[groupOf[i]] = 1;
                }
            }
        }
    }

    @Override
    protected void counted(int group, Optional<byte[]> skipped, int rows) {
        if (!flagged || rows == 0 || seen[group] != 0) {
            return;
        }
        byte counted = 1;
        if (skipped.isPresent()) {
            counted = 0;
            for (byte out : skipped.get()) {
                counted |= (byte) (1 - out);
            }
        }
        seen[group] = counted;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        super.merge(other, targetOf, groups);
        if (flagged) {
            byte[] theirs = ((NullSkippingState) other).seen;
            for (int i = 0; i < groups; i++) {
                seen[targetOf[i]] |= theirs[i];
            }
        }
    }

    @Override
    public Column result(int from, int to) {
        Column values = super.result(from, to);
        if (!flagged) {
            return values;
        }
        byte[] nulls = new byte[to - from];
        for (int i = from; i < to; i++) {
            nulls[i - from] = (byte) (1 - seen[i]);
        }
        return new NullableColumn(nulls, values);
    }

    @Override
    public void write(int group, ByteSink out) {
        if (flagged) {
            out.putByte(seen[group]);
            if (seen[group] == 0) {
                return;
            }
        }
        super.write(group, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        if (flagged) {
            if (in.getByte() == 0) {
                return;
            }
            seen[group] = 1;
        }
        super.readMerge(group, in);
    }

    @Override
    public long sizeBytes() {
        return super.sizeBytes() + seen.length;
    }
}
