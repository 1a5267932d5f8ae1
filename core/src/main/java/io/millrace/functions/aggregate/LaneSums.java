package io.millrace.functions.aggregate;

/**
 * Sums of doubles in 16 lanes, which are then added to the running sum in order, then the rest: the order in which ClickHouse adds a block without groups, so
 * that equal blocks give equal digits. It is also what lets the loop use vector instructions.
 */
public final class LaneSums {
    private static final int LANES = 16;

    private LaneSums() {}

    /** The running sum with values {@code from} to {@code to} (exclusive). */
    public static double sum(double[] values, double running, int from, int to) {
        double[] lanes = new double[LANES];
        int end = from + (to - from) / LANES * LANES;
        for (int i = from; i < end; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += values[i + lane];
            }
        }
        double sum = running;
        for (double lane : lanes) {
            sum += lane;
        }
        for (int i = end; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The running sum with values {@code from} to {@code to} (exclusive), widened before they are added. */
    public static double sum(float[] values, double running, int from, int to) {
        double[] lanes = new double[LANES];
        int end = from + (to - from) / LANES * LANES;
        for (int i = from; i < end; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += values[i + lane];
            }
        }
        double sum = running;
        for (double lane : lanes) {
            sum += lane;
        }
        for (int i = end; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
