package io.millrace.mergetree.part;

import io.millrace.data.column.Column;
import io.millrace.mergetree.mark.MarkKind;
import java.util.List;
import java.util.Map;

/**
 * What the small files of a part say. Immutable.
 *
 * @param substreams streams by column, in storage order; empty when the part does not list them
 * @param partitionValues one plain column of one row per partition expression
 * @param minMax by column name: a plain column of two rows, the least and the greatest value
 * @param fixedGranularity rows per granule where marks do not say it
 */
public record PartContent(
        PartName name,
        long rows,
        List<PartColumn> columns,
        List<SubstreamsText.Entry> substreams,
        MarkKind marks,
        SerializationInfo serialization,
        Checksums checksums,
        List<Column> partitionValues,
        Map<String, Column> minMax,
        int fixedGranularity) {
    public PartContent {
        columns = List.copyOf(columns);
        substreams = List.copyOf(substreams);
        partitionValues = List.copyOf(partitionValues);
        minMax = Map.copyOf(minMax);
    }

    PartContent named(PartName newName) {
        return new PartContent(
                newName,
                rows,
                columns,
                substreams,
                marks,
                serialization,
                checksums,
                partitionValues,
                minMax,
                fixedGranularity);
    }
}
