package io.millrace.pipeline.operator.aggregate;

import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an aggregation computes. Its output has the keys, then the aggregates; with several grouping sets also {@code __grouping_set} (UInt64, index
 * of the set) behind them.
 *
 * @param input header of the blocks that come in
 * @param keys indexes of the key columns in the input
 * @param sets which keys (positions in {@code keys}) each grouping set has; one set of all keys for a plain GROUP BY. Keys that a set does not have are the
 *     type's default
 * @param totals compute a row over everything, for WITH TOTALS
 * @param having the HAVING condition over {@link #output}, which groups must pass to count for the totals; the groups themselves are filtered by a
 *     later step
 * @param emptyResult without keys, whether no input gives no row (true) or one row of empty states (ClickHouse's default, false)
 * @param maxRowsToGroup limit on distinct keys ({@code max_rows_to_group_by}), 0 for none
 */
public record AggregateSpec(
        Header input,
        List<Integer> keys,
        List<AggregateCall> calls,
        List<List<Integer>> sets,
        boolean totals,
        Optional<Expression> having,
        boolean emptyResult,
        long maxRowsToGroup) {
    public AggregateSpec {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
        sets = List.copyOf(sets);
    }

    /** Header of the result. */
    public Header output() {
        List<Header.Field> fields = new ArrayList<>();
        for (int key : keys) {
            fields.add(input.fields().get(key));
        }
        for (AggregateCall call : calls) {
            fields.add(new Header.Field(call.name(), call.function().type()));
        }
        if (sets.size() > 1) {
            fields.add(new Header.Field("__grouping_set", Types.UINT64));
        }
        return new Header(fields);
    }
}
