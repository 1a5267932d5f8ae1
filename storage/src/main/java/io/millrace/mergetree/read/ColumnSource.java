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

    /** Takes back what {@link #read} gave last, when nobody looks at it any more, so that its memory is used for the next rows. */
    default void recycle(Column column) {}
}
