package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;

/** One integer argument as functions read it; a constant is not repeated. Immutable. */
public final class NumberView {
    private final long[] values;
    private final int mask;

    private NumberView(long[] values, int mask) {
        this.values = values;
        this.mask = mask;
    }

    /** The view of integers of up to 64 bits (of floats, cut to integers). */
    public static NumberView of(Column column, DataType type) {
        if (column instanceof ConstColumn c) {
            return new NumberView(of(c.value(), type).values, 0);
        }
        int rows = column.rows();
        if (type instanceof FloatType) {
            double[] doubles = Widening.doubles(column, type, rows);
            long[] cut = new long[rows];
            for (int i = 0; i < rows; i++) {
                cut[i] = (long) doubles[i];
            }
            return new NumberView(cut, -1);
        }
        if (column instanceof WideColumn wide) {
            long[] low = new long[rows];
            for (int i = 0; i < rows; i++) {
                low[i] = wide.words()[i * wide.wordsPerValue()];
            }
            return new NumberView(low, -1);
        }
        return new NumberView(Widening.longs(column, Numbers.isSigned(type), rows), -1);
    }

    public long at(int row) {
        return values[row & mask];
    }

    public boolean isConstant() {
        return mask == 0;
    }
}
