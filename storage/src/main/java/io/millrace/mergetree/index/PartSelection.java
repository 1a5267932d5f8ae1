package io.millrace.mergetree.index;

import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import java.util.List;

/** The granules of one part that a query must read. */
public record PartSelection(Part part, List<MarkRange> ranges) {
    public PartSelection {
        ranges = List.copyOf(ranges);
    }

    /** All of a part. */
    public static PartSelection all(Part part) {
        int granules = part.granularity().granules();
        return new PartSelection(part, granules == 0 ? List.of() : List.of(new MarkRange(0, granules)));
    }

    public long rows() {
        return ranges.stream()
                .mapToLong(r -> part.granularity().rows(r.begin(), r.end()))
                .sum();
    }

    public int granules() {
        return ranges.stream().mapToInt(MarkRange::granules).sum();
    }
}
