package io.millrace.data.text;

import java.math.BigInteger;

/**
 * The double nearest to a decimal number of up to 19 digits, by one or two multiplications with a truncated power of five (Eisel and Lemire, "Number parsing at
 * a gigabyte per second"). Stateless.
 */
final class NearestDouble {
    private static final int SMALLEST = -342;
    private static final int LARGEST = 308;
    /** Below this, five's power has more than 64 bits, and digits over it are never halfway between two doubles. */
    private static final int SMALLEST_HALFWAY = -27;

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final int EXPONENT_MOST = 2047;
    /** Bits of a product below those that decide, all of which must be set for its lower half to matter. */
    private static final long UNDECIDED = -1L >>> (MANTISSA_BITS + 3);

    /** The upper and lower halves of 5^q, shifted until the top bit is set. */
    private static final long[] POWERS = powers();

    private NearestDouble() {}

    /**
     * {@code digits * 10^exponent}, ties to even; NaN where the short way does not lead to an answer: numbers too small for a full mantissa, or too large.
     *
     * @param digits unsigned, not 0
     */
    static double of(long digits, int exponent) {
        if (exponent < SMALLEST || exponent > LARGEST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long shifted = digits << zeros;
        int index = 2 * (exponent - SMALLEST);
        long high = Math.unsignedMultiplyHigh(shifted, POWERS[index]);
        long low = shifted * POWERS[index];
        if ((high & UNDECIDED) == UNDECIDED) {
            long more = Math.unsignedMultiplyHigh(shifted, POWERS[index + 1]);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        int top = (int) (high >>> 63);
        int shift = top + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> shift;
        int binary = (217_706 * exponent >> 16) + 63 + top - zeros + EXPONENT_BIAS;
        if (binary <= 0) {
            return Double.NaN;
        }
        boolean mayBeHalfway = Long.compareUnsigned(low, 1) <= 0 && exponent >= -4 && exponent <= 23;
        if (mayBeHalfway && (mantissa & 3) == 1 && mantissa << shift == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            binary++;
        }
        if (binary >= EXPONENT_MOST) {
            return Double.NaN;
        }
        return Double.longBitsToDouble(mantissa & ~(1L << MANTISSA_BITS) | (long) binary << MANTISSA_BITS);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (LARGEST - SMALLEST + 1)];
        for (int exponent = SMALLEST; exponent <= LARGEST; exponent++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(exponent));
            BigInteger value = five;
            if (exponent < 0) {
                value = BigInteger.ONE.shiftLeft(five.bitLength() + 127).divide(five);
                if (exponent >= SMALLEST_HALFWAY) {
                    // Rounded up, a product that is really halfway is recognized.
                    value = value.add(BigInteger.ONE);
                }
            }
            BigInteger normal = value.shiftRight(value.bitLength() - 128);
            int index = 2 * (exponent - SMALLEST);
            powers[index] = normal.shiftRight(64).longValue();
            powers[index + 1] = normal.longValue();
        }
        return powers;
    }
}
