package io.millrace.functions.aggregate.sum;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;

/**
 * The loops of sums of floats. A block without groups is added up in 16 lanes, which are then added in order, then the rest: the order in which ClickHouse
 * adds, so that equal blocks give equal digits.
 */
final class DoubleSums {
    private static final int LANES = 16;

    private DoubleSums() {}

    /** The running sum with rows {@code from} to {@code to} (exclusive). */
    static double sum(Column column, double running, int from, int to) {
        return switch (column) {
            case DoubleColumn c -> sum(c.values(), running, from, to);
            case FloatColumn c -> sum(c.values(), running, from, to);
            default -> throw DbException.bug("No floats to add up");
        };
    }

    static void scatter(Column column, int[] groupOf, double[] sums, int rows) {
        switch (column) {
            case DoubleColumn c -> {
                double[] values = c.values();
                for (int i = 0; i < rows; i++) {
                    sums[groupOf[i]] += values[i];
                }
            }
            case FloatColumn c -> {
                float[] values = c.values();
                for (int i = 0; i < rows; i++) {
                    sums[groupOf[i]] += values[i];
                }
            }
            default -> throw DbException.bug("No floats to add up");
        }
    }

    private static double sum(double[] values, double running, int from, int to) {
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

    private static double sum(float[] values, double running, int from, int to) {
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
