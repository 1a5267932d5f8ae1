package io.millrace.pipeline.operator.join;

import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What a join matches and delivers. The left side is probed against a hash table of the right side. Its output has all left columns, then all right
 * columns, in the types of {@code output} (Nullable where {@code join_use_nulls} made them so).
 *
 * @param leftKeys indexes of the key columns on the left, pairwise of the same type as the right ones; empty for CROSS
 * @param residual a further condition over left columns then right columns (as in {@code pairs}), for INNER, LEFT and so on: pairs that fail do not match
 * @param asof for ASOF the inequality between the last left and last right key
 * @param mergeKeys with USING: rows of the right side without a match show their own keys in the left key columns
 * @param nullsMatch whether NULL keys equal each other ({@code <=>}); in SQL joins they never match
 */
public record JoinSpec(
        Kind kind,
        Strictness strictness,
        Header left,
        Header right,
        List<Integer> leftKeys,
        List<Integer> rightKeys,
        Optional<Expression> residual,
        Optional<Inequality> asof,
        boolean mergeKeys,
        boolean nullsMatch,
        Header output) {
    /** Which unmatched rows are kept. */
    public enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }

    /** How many matches are taken. */
    public enum Strictness {
        ALL,
        ANY,
        SEMI,
        ANTI,
        ASOF
    }

    /** left OP right. */
    public enum Inequality {
        LESS,
        LESS_OR_EQUALS,
        GREATER,
        GREATER_OR_EQUALS
    }

    public JoinSpec {
        leftKeys = List.copyOf(leftKeys);
        rightKeys = List.copyOf(rightKeys);
    }
}
