package io.millrace.functions.aggregate.value;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;

/** The states of min and max by type. */
final class Extremes {
    private Extremes() {}

    static Plain of(DataType type, boolean max) {
        if (type instanceof FloatType f) {
            return new Plain(type, () -> new FloatExtremeState(f.bits() == 32, max));
        }
        if (Numbers.width(type) > 0) {
            return new Plain(type, () -> new LongExtremeState(type, max));
        }
        return new Plain(type, () -> new CellState(type, max ? CellState.Keep.GREATEST : CellState.Keep.LEAST));
    }
}
