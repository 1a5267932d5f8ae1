package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A bound expression. Values are Boolean, Long, Double, String, {@code java.util.List} for arrays, {@code Object[]} for records, null for NULL.
 *
 * @param slots which values of the row of its own SELECT it reads
 */
record Node(WireType type, Evaluation evaluation, BitSet slots) {
    /** How the value comes about. */
    interface Evaluation {
        @Nullable
        Object of(Frame frame);
    }

    static Node constant(WireType type, @Nullable Object value) {
        return new Node(type, new Constant(value), new BitSet());
    }

    /** A value that is the same for every row. */
    record Constant(@Nullable Object value) implements Evaluation {
        @Override
        public @Nullable Object of(Frame frame) {
            return value;
        }
    }

    @Nullable
    Object eval(Frame frame) {
        return evaluation.of(frame);
    }

    boolean isConstant() {
        return evaluation instanceof Constant;
    }

    boolean isTrue(Frame frame) {
        return Boolean.TRUE.equals(eval(frame));
    }
}
