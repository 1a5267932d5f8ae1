package io.millrace.planner.build;

import io.millrace.data.block.Block;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The row of WITH TOTALS, known once the query has run. */
public interface Totals {
    Totals NONE = Optional::empty;

    Optional<Block> block();

    static Totals of(Totals source) {
        return source;
    }

    default Totals map(UnaryOperator<Block> change) {
        return this == NONE ? NONE : () -> block().map(change);
    }
}
