package io.millrace.functions.scalar.kernel;

import java.math.BigInteger;

/**
 * Division of many 64-bit numbers by one: a multiplication and a shift per row instead of a division (Hacker's Delight, chapter 10). The divisor is not zero.
 * Immutable.
 */
public final class ConstantDivisor {
    private final long divisor;
    private final long magic;
    private final int shift;
    private final long add;

    public ConstantDivisor(long divisor) {
        this.divisor = divisor;
        if (divisor == 1 || divisor == -1 || divisor == Long.MIN_VALUE) {
            magic = 0;
            shift = -1;
            add = 0;
            return;
        }
        BigInteger absolute = BigInteger.valueOf(divisor).abs();
        int power = 63 + absolute.subtract(BigInteger.ONE).bitLength();
        BigInteger two = BigInteger.ONE.shiftLeft(power);
        BigInteger m = two.divide(absolute).add(BigInteger.ONE);
        long low = m.longValue();
        magic = divisor < 0 ? -low : low;
        shift = power - 64;
        boolean negativeMagic = magic < 0;
        add = divisor > 0 && negativeMagic ? 1 : divisor < 0 && !negativeMagic ? -1 : 0;
    }

    /** The quotient, rounded towards zero. */
    public long quotient(long value) {
        if (shift < 0) {
            return value / divisor;
        }
        long q = Math.multiplyHigh(magic, value) + value * add >> shift;
        return q + (q >>> 63);
    }

    /** The quotient, rounded down. */
    public long floor(long value) {
        long q = quotient(value);
        return q + ((value ^ divisor) >> 63 & (q * divisor == value ? 0 : -1));
    }

    public long divisor() {
        return divisor;
    }
}
