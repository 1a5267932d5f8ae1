package io.millrace.benchmarks.hits;

/** A SplitMix64 sequence of random numbers: one word of state, cheap to seed for every visitor. Not thread-safe. */
final class Rng {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Rng(long seed) {
        state = seed;
    }

    void reseed(long seed) {
        state = seed;
    }

    /** A bijective 64-bit hash (the finalizer of SplitMix64 over a spread input). */
    static long mix(long value) {
        long z = value + GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        long z = state += GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in {@code [0, bound)}, all equally likely (up to the error of a 32-bit multiply). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True in {@code perMille} of a thousand cases. */
    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A number in {@code [0, bound)}, small ones far likelier: the square of a uniform number. */
    long skewed(long bound) {
        double u = unit();
        return (long) (u * u * bound);
    }

    /** As {@link #skewed} but steeper: the cube. */
    long steep(long bound) {
        double u = unit();
        return (long) (u * u * u * bound);
    }
}
