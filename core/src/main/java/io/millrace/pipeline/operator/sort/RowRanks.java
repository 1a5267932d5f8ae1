package io.millrace.pipeline.operator.sort;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import java.util.List;

/** Orders of single columns, for operators that sort something on the way. */
public final class RowRanks {
    private RowRanks() {}

    /** The numbers of the rows in ascending order of a column's values, equal ones in their order. */
    public static int[] ascending(Column values, DataType type, int rows, Cancellation cancellation) {
        Header header = Header.of(new Header.Field("value", type));
        SortPlan plan = SortPlan.of(header, List.of(new SortKey(0, false, false)));
        return plan.sorted(new Block(header, List.of(values), rows), cancellation);
    }
}
