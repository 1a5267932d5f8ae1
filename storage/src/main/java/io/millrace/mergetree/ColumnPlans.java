package io.millrace.mergetree;

import io.millrace.catalog.table.CodecText;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.compression.codec.Codec;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.mergetree.write.ColumnPlan;
import java.util.List;

/** The stored columns of a table with their codecs. */
final class ColumnPlans {
    private ColumnPlans() {}

    static List<ColumnPlan> of(TableStructure structure, MergeTreeSettings settings) {
        Codec fallback = settings.profile().codec();
        return structure.definition().columns().stream()
                .filter(ColumnDefinition::isStored)
                .map(c -> new ColumnPlan(
                        c.name(), c.type(), CodecText.parse(c.codec(), CodecText.elementType(c.type()), fallback)))
                .toList();
    }
}
