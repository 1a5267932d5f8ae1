package io.millrace.mergetree.index;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.range.KeyAnalysis;
import io.millrace.expressions.range.KeyCondition;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.structure.TableStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds what a filter leaves of parts: by the least and greatest values of the partition's columns, by the partition's values, then by the primary index.
 * Made once per query; thread-safe.
 */
public final class Pruning {
    private final KeyCondition minMax;
    private final KeyCondition partition;
    private final KeyCondition primary;
    private final List<String> minMaxColumns;
    private final List<DataType> minMaxTypes;
    private final List<DataType> partitionTypes;
    private final List<DataType> keyTypes;
    private final EvaluationContext context;

    private int partsSeen;
    private int partsAfterMinMax;
    private int partsAfterPartition;
    private int partsAfterPrimary;
    private long granulesSeen;
    private long granulesAfterPrimary;

    public Pruning(TableStructure structure, Optional<Expression> filter, EvaluationContext context) {
        this.context = context;
        Map<String, DataType> types = structure.minMaxTypes();
        minMaxColumns = List.copyOf(types.keySet());
        minMaxTypes = List.copyOf(types.values());
        partitionTypes = structure.partition().storedTypes();
        keyTypes = TableStructure.keyTypes(structure.primaryKey());
        List<Expression> columns = new ArrayList<>();
        for (String name : minMaxColumns) {
            columns.add(new Expression.Input(0, name, Objects.requireNonNull(types.get(name))));
        }
        minMax = condition(filter, columns);
        partition = condition(filter, structure.partition().expressions());
        primary = condition(filter, structure.primaryKey());
    }

    private static KeyCondition condition(Optional<Expression> filter, List<Expression> keys) {
        return keys.isEmpty()
                ? KeyCondition.always()
                : filter.map(f -> KeyCondition.of(f, keys)).orElseGet(KeyCondition::always);
    }

    /** The granules of these parts that may hold matching rows; parts without any are left out. */
    public synchronized List<PartSelection> select(List<Part> parts) {
        List<PartSelection> selected = new ArrayList<>();
        for (Part part : parts) {
            if (part.rows() == 0) {
                continue;
            }
            partsSeen++;
            if (!mayMatchMinMax(part)) {
                continue;
            }
            partsAfterMinMax++;
            if (!mayMatchPartition(part)) {
                continue;
            }
            partsAfterPartition++;
            PartSelection selection = byPrimaryKey(part);
            granulesSeen += part.granularity().granules();
            granulesAfterPrimary += selection.granules();
            if (!selection.ranges().isEmpty()) {
                partsAfterPrimary++;
                selected.add(selection);
            }
        }
        return selected;
    }

    private boolean mayMatchMinMax(Part part) {
        if (minMax.isUseless() || !part.content().minMax().keySet().containsAll(minMaxColumns)) {
            return true;
        }
        List<Column> values = minMaxColumns.stream()
                .map(name -> part.content().minMax().get(name))
                .toList();
        return minMax.over(minMaxTypes, values, context).mayMatchMinMax();
    }

    private boolean mayMatchPartition(Part part) {
        List<Column> values = part.content().partitionValues();
        if (partition.isUseless() || values.size() != partitionTypes.size()) {
            return true;
        }
        return partition.over(partitionTypes, values, context).mayMatchPoint();
    }

    private PartSelection byPrimaryKey(Part part) {
        if (primary.isUseless() || keyTypes.isEmpty()) {
            return PartSelection.all(part);
        }
        Granularity cut = part.granularity();
        List<Column> index = part.primaryIndex(keyTypes);
        int used = primary.usedKeys();
        KeyAnalysis analysis = primary.over(keyTypes.subList(0, used), index.subList(0, used), context);
        boolean hasLastKey = index.getFirst().rows() > cut.granules();
        List<MarkRange> ranges = analysis.runs(cut.granules(), hasLastKey).stream()
                .map(r -> new MarkRange(r.begin(), r.end()))
                .toList();
        return new PartSelection(part, ranges);
    }

    /** Lines for EXPLAIN, about the parts selected so far. */
    public synchronized List<String> explain() {
        List<String> lines = new ArrayList<>();
        if (partsSeen == 0) {
            return lines;
        }
        lines.add("Indexes:");
        if (!minMaxColumns.isEmpty()) {
            describe(lines, "MinMax", minMaxColumns, minMax, partsAfterMinMax, partsSeen);
            lines.add("  Partition");
            lines.add("    Condition: " + partition.describe());
            lines.add("    Parts: " + partsAfterPartition + "/" + partsAfterMinMax);
        }
        if (!keyTypes.isEmpty()) {
            lines.add("  PrimaryKey");
            lines.add("    Condition: " + primary.describe());
            lines.add("    Parts: " + partsAfterPrimary + "/" + partsAfterPartition);
            lines.add("    Granules: " + granulesAfterPrimary + "/" + granulesSeen);
        }
        return lines;
    }

    private static void describe(
            List<String> lines, String name, List<String> keys, KeyCondition condition, int after, int before) {
        lines.add("  " + name);
        lines.add("    Keys: " + String.join(", ", keys));
        lines.add("    Condition: " + condition.describe());
        lines.add("    Parts: " + after + "/" + before);
    }
}
