package io.millrace.functions.aggregate.sum;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.functions.aggregate.LaneSums;

/** The loops of sums of floats. */
final class DoubleSums {
    private DoubleSums() {}

    /** The running sum with rows {@code from} to {@code to} (exclusive). */
    static double sum(Column column, double running, int from, int to) {
        return switch (column) {
            case DoubleColumn c -> LaneSums.sum(c.values(), running, from, to);
            case FloatColumn c -> LaneSums.sum(c.values(), running, from, to);
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
}
