package io.millrace.mergetree.read;

import io.millrace.data.column.Column;
import io.millrace.mergetree.mark.MarkRange;
import java.util.List;

/** Gives the rows of some granules of a part for one column of a query. Owned by one driver. */
interface ColumnSource {
    /**
     * The rows of ascending runs of granules, behind one another.
     *
     * @param rows how many that are
     */
    Column read(List<MarkRange> ranges, int rows);
}
