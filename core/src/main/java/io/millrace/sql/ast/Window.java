package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** What stands behind OVER: a name of the WINDOW clause or a specification. Immutable. */
public sealed interface Window {

    /** {@code OVER w}. */
    record Named(String name) implements Window {}

    /** {@code OVER (base PARTITION BY .. ORDER BY .. frame)}. */
    record Specification(
            Optional<String> base, List<Expr> partitionBy, List<OrderElement> orderBy, Optional<Frame> frame)
            implements Window {
        public Specification {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /** {@code name AS (specification)} of the WINDOW clause. */
    record Definition(String name, Specification specification) {}

    /** {@code ROWS BETWEEN start AND end}. */
    record Frame(FrameUnit unit, FrameBound start, FrameBound end) {}

    /** What a frame counts. */
    enum FrameUnit {
        ROWS,
        GROUPS,
        RANGE
    }

    /** One end of a frame. */
    sealed interface FrameBound {}

    /** {@code UNBOUNDED PRECEDING} or {@code UNBOUNDED FOLLOWING}. */
    record Unbounded(Direction direction) implements FrameBound {}

    /** {@code CURRENT ROW}. */
    record CurrentRow() implements FrameBound {}

    /** {@code 3 PRECEDING}. */
    record Offset(Expr distance, Direction direction) implements FrameBound {}

    /** Before or after the current row. */
    enum Direction {
        PRECEDING,
        FOLLOWING
    }
}
