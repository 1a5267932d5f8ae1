package io.millrace.mergetree.merge;

import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartContent;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.mergetree.write.ColumnPlan;
import io.millrace.mergetree.write.PartPlan;
import io.millrace.mergetree.write.PartWriter;
import io.millrace.mergetree.write.WriteProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the part that replaces several neighbouring ones. */
public final class PartMerger {
    private PartMerger() {}

    /**
     * Merges whole parts of one partition.
     *
     * @param directory of the new part; does not exist yet
     * @return empty when no row is left
     */
    public static Optional<Part> merge(
            MergeSource source, Path directory, PartName name, List<ColumnPlan> columns, WriteProfile profile) {
        return write(source, NewValues.NONE, directory, name, columns, profile);
    }

    /**
     * Writes one part anew without the rows that the source's masks hide, and with other values.
     *
     * @param source of one part, in ordinary mode
     * @return empty when no row is left
     */
    public static Optional<Part> write(
            MergeSource source,
            NewValues values,
            Path directory,
            PartName name,
            List<ColumnPlan> columns,
            WriteProfile profile) {
        TableStructure structure = source.structure();
        List<Part> parts = source.parts().stream().map(PartSelection::part).toList();
        long rows = parts.stream().mapToLong(Part::rows).sum();
        long bytes = parts.stream().mapToLong(Part::rawBytes).sum();
        int granuleRows = profile.granuleRows(rows, bytes);
        MergeOrder order = MergeOrder.of(source, granuleRows);
        source.context().memory().reserve(order.map().sizeBytes());
        try {
            if (order.rows() == 0) {
                return Optional.empty();
            }
            PartContent first = parts.getFirst().content();
            List<DataType> keyTypes = TableStructure.keyTypes(structure.primaryKey());
            PartPlan plan = new PartPlan(
                    name,
                    columns,
                    order.rows(),
                    rows == 0 ? 0 : (long) ((double) bytes * order.rows() / rows),
                    defaults(columns, parts),
                    granuleRows,
                    keyTypes,
                    order.keyRows(),
                    structure.partition().storedTypes(),
                    first.partitionValues(),
                    minMax(structure, parts),
                    structure.minMaxTypes());
            Header stored = structure.stored();
            return Optional.of(PartWriter.write(
                    structure.services().files(),
                    directory,
                    plan,
                    profile,
                    i -> values.over(
                            stored.name(i),
                            stored.type(i),
                            new MergedColumns(source, order, stored.name(i), stored.type(i)),
                            source,
                            () -> new MergedColumns(source, order, MergeOrder.ROW_NUMBER, Types.UINT64))));
        } finally {
            source.context().memory().release(order.map().sizeBytes());
        }
    }

    /** A column of which a part knows nothing has no defaults there. */
    private static Map<String, Double> defaults(List<ColumnPlan> columns, List<Part> parts) {
        double rows = parts.stream().mapToLong(Part::rows).sum();
        Map<String, Double> result = new HashMap<>();
        for (ColumnPlan column : columns) {
            double sum = 0;
            for (Part part : parts) {
                sum += part.rows() * part.content().serialization().shareOfDefaults(column.name());
            }
            result.put(column.name(), sum / rows);
        }
        return result;
    }

    private static Map<String, Column> minMax(TableStructure structure, List<Part> parts) {
        Map<String, Column> result = new HashMap<>();
        structure.minMaxTypes().forEach((name, type) -> {
            List<Column> all = new ArrayList<>();
            parts.forEach(p -> all.add(p.content().minMax().get(name)));
            result.put(name, widest(type, all));
        });
        return result;
    }

    private static Column widest(DataType type, List<Column> ranges) {
        ValueOrder order = ValueOrder.of(type);
        Column least = ranges.getFirst();
        Column greatest = ranges.getFirst();
        for (Column range : ranges) {
            least = order.compare(range, 0, least, 0, 1) < 0 ? range : least;
            greatest = order.compare(range, 1, greatest, 1, 1) > 0 ? range : greatest;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, 2);
        builder.append(least, 0);
        builder.append(greatest, 1);
        return builder.build();
    }
}
