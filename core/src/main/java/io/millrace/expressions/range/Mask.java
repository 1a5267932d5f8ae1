package io.millrace.expressions.range;

/**
 * What a condition may be for the rows of a range: two bits, may be true and may be false. Rows where it is NULL are neither.
 */
final class Mask {
    static final int NEITHER = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int BOTH = 3;

    private Mask() {}

    static int of(boolean canBeTrue, boolean canBeFalse) {
        return (canBeTrue ? TRUE : 0) | (canBeFalse ? FALSE : 0);
    }

    static int not(int mask) {
        return (mask & TRUE) << 1 | (mask & FALSE) >> 1;
    }

    static int and(int a, int b) {
        return a & b & TRUE | (a | b) & FALSE;
    }

    static int or(int a, int b) {
        return (a | b) & TRUE | a & b & FALSE;
    }

    static boolean canBeTrue(int mask) {
        return (mask & TRUE) != 0;
    }
}
