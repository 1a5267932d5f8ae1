package io.millrace.mergetree.read;

import io.millrace.data.column.Column;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.stream.SparseRows;
import java.util.List;
import java.util.Optional;

/** Gives the rows of some granules of a part for one column of a query. Owned by one driver. */
interface ColumnSource {
    /**
     * The rows of ascending runs of granules, behind one another.
     *
     * @param rows how many that are
     */
    Column read(List<MarkRange> ranges, int rows);

    /** The same rows without the defaults between them, or nothing read where the part has them all. */
    default Optional<SparseRows> readSparse(List<MarkRange> ranges, int rows) {
        return Optional.empty();
    }

    /** Takes back what {@link #read} gave last, when nobody looks at it any more, so that its memory is used for the next rows. */
    default void recycle(Column column) {}
}
