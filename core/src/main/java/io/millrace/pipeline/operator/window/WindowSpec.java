package io.millrace.pipeline.operator.window;

import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.pipeline.operator.sort.SortKey;
import java.util.List;
import java.util.Optional;

/**
 * Window functions over one window. The input is sorted by the partition columns, then by the order keys; the output has the input's columns, then one
 * column per call.
 *
 * @param partition indexes of the PARTITION BY columns
 */
public record WindowSpec(
        Header input, List<Integer> partition, List<SortKey> order, Frame frame, List<Call> calls, Header output) {
    public WindowSpec {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
        calls = List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param function canonical name: row_number, rank, dense_rank, percent_rank, cume_dist, ntile, lag, lead, lagInFrame, leadInFrame, first_value, last_value,
     *     nth_value, or an aggregate
     * @param aggregate present when it is an aggregate over the frame
     * @param arguments indexes of input columns
     */
    public record Call(
            String name,
            String function,
            Optional<BoundAggregate> aggregate,
            List<Integer> arguments,
            boolean ignoreNulls,
            DataType type) {}

    /** Which rows around the current one an aggregate sees. */
    public record Frame(Unit unit, Bound start, Bound end) {
        /** RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW. */
        public static final Frame DEFAULT = new Frame(Unit.RANGE, new Unbounded(), new CurrentRow());

        /** ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING. */
        public static final Frame WHOLE = new Frame(Unit.ROWS, new Unbounded(), new Unbounded());
    }

    /** What a bound counts. */
    public enum Unit {
        ROWS,
        GROUPS,
        RANGE
    }

    /** One end of a frame. */
    public sealed interface Bound {}

    /** The partition's first or last row. */
    public record Unbounded() implements Bound {}

    /** The current row, with RANGE its peers too. */
    public record CurrentRow() implements Bound {}

    /** Rows, groups or values before (negative) or after the current row. With RANGE over decimals and times the distance is in the key's raw units. */
    public record Distance(double amount) implements Bound {}
}
