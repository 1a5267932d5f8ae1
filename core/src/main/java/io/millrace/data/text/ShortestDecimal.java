package io.millrace.data.text;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as the same float, the nearest one when there are several (R. Giulietti's Schubfach). The JDK's text has two
 * digits at least and so is not the shortest.
 *
 * <p>An instance is the result of one conversion and is reused; not thread-safe.
 */
final class ShortestDecimal {
    private static final int MIN_POWER = -292;
    private static final int MAX_POWER = 324;
    private static final long MASK_63 = (1L << 63) - 1;
    private static final long[] POWERS = powers();

    /** The decimal is {@code digits * 10^exponent}; no zeros at the end. */
    long digits;

    int exponent;

    /** Converts a finite double greater than zero. */
    void of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52);
        long fraction = bits & (1L << 52) - 1;
        long significand = biased == 0 ? fraction : fraction | 1L << 52;
        int power = biased == 0 ? -1074 : biased - 1075;
        boolean regular = fraction != 0 || biased <= 1;
        int k = regular ? floorLog10Pow2(power) : floorLog10ThreeQuartersPow2(power);
        int shift = power + floorLog2Pow10(-k) + 2;
        int index = (-k - MIN_POWER) << 1;
        long high = POWERS[index];
        long low = POWERS[index + 1];
        long odd = significand & 1;
        long middle = roundedProduct(high, low, significand << 2 << shift);
        long lower = roundedProduct(high, low, (significand << 2) - (regular ? 2 : 1) << shift);
        long upper = roundedProduct(high, low, (significand << 2) + 2 << shift);
        choose(lower + odd, middle, upper - odd, k);
    }

    /** Converts a finite float greater than zero. */
    void of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int biased = bits >>> 23;
        int fraction = bits & (1 << 23) - 1;
        long significand = biased == 0 ? fraction : fraction | 1 << 23;
        int power = biased == 0 ? -149 : biased - 150;
        boolean regular = fraction != 0 || biased <= 1;
        int k = regular ? floorLog10Pow2(power) : floorLog10ThreeQuartersPow2(power);
        int shift = power + floorLog2Pow10(-k) + 33;
        long factor = POWERS[(-k - MIN_POWER) << 1] + 1;
        long odd = significand & 1;
        long middle = roundedProduct(factor, significand << 2 << shift);
        long lower = roundedProduct(factor, (significand << 2) - (regular ? 2 : 1) << shift);
        long upper = roundedProduct(factor, (significand << 2) + 2 << shift);
        choose(lower + odd, middle, upper - odd, k);
    }

    /** All in quarters of 10^k: a decimal between the limits, with fewer digits if there is one, else the nearer. */
    private void choose(long lower, long middle, long upper, int k) {
        long below = middle >> 2;
        if (below >= 10) {
            long shorter = below / 10 * 10;
            boolean belowFits = lower <= shorter << 2;
            boolean aboveFits = shorter + 10 << 2 <= upper;
            if (belowFits != aboveFits) {
                set(belowFits ? shorter : shorter + 10, k);
                return;
            }
        }
        boolean belowFits = lower <= below << 2;
        boolean aboveFits = below + 1 << 2 <= upper;
        if (belowFits != aboveFits) {
            set(belowFits ? below : below + 1, k);
            return;
        }
        long difference = middle - (2 * below + 1 << 1);
        set(difference < 0 || difference == 0 && (below & 1) == 0 ? below : below + 1, k);
    }

    private void set(long value, int power) {
        long stripped = value;
        int newPower = power;
        while (stripped % 100 == 0) {
            stripped /= 100;
            newPower += 2;
        }
        if (stripped % 10 == 0) {
            stripped /= 10;
            newPower++;
        }
        digits = stripped;
        exponent = newPower;
    }

    private static long roundedProduct(long high, long low, long factor) {
        long x1 = Math.multiplyHigh(low, factor);
        long y0 = high * factor;
        long y1 = Math.multiplyHigh(high, factor);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (z & MASK_63) + MASK_63 >>> 63;
    }

    private static long roundedProduct(long high, long factor) {
        long x1 = Math.multiplyHigh(high, factor);
        long mask = (1L << 31) - 1;
        return x1 >>> 31 | (x1 & mask) + mask >>> 31;
    }

    private static int floorLog10Pow2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    private static int floorLog2Pow10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** For each k: floor(10^k * 2^r) + 1 with r such that it has 126 bits, as two words of 63 bits. */
    private static long[] powers() {
        long[] table = new long[(MAX_POWER - MIN_POWER + 1) * 2];
        for (int k = MIN_POWER; k <= MAX_POWER; k++) {
            int r = floorLog2Pow10(k) - 125;
            BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
            BigInteger scaled;
            if (k >= 0) {
                scaled = r >= 0 ? ten.shiftRight(r) : ten.shiftLeft(-r);
            } else {
                scaled = BigInteger.ONE.shiftLeft(-r).divide(ten);
            }
            scaled = scaled.add(BigInteger.ONE);
            table[(k - MIN_POWER) * 2] = scaled.shiftRight(63).longValue();
            table[(k - MIN_POWER) * 2 + 1] = scaled.longValue() & MASK_63;
        }
        return table;
    }
}
