package io.millrace.mergetree.read;

import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import java.util.List;

/** The virtual column {@code _part_offset}: the number of each row in its part. */
final class RowNumbers implements ColumnSource {
    private final Granularity cut;

    RowNumbers(Part part) {
        cut = part.granularity();
    }

    @Override
    public Column read(List<MarkRange> ranges, int rows) {
        long[] numbers = new long[rows];
        int at = 0;
        for (MarkRange range : ranges) {
            for (long row = cut.firstRow(range.begin()); row < cut.firstRow(range.end()); row++) {
                numbers[at++] = row;
            }
        }
        return new LongColumn(numbers, rows);
    }
}
