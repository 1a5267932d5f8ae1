package io.millrace.mergetree.merge;

import io.millrace.catalog.engine.TableServices;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.mergetree.write.SortPermutation;
import java.util.Arrays;
import java.util.Optional;

/**
 * The engine's rule applied to the sorted rows of one insert ({@code optimize_on_insert}).
 *
 * @param sorted row numbers in order
 * @param groupOf group of equal keys of each of them
 * @param first per group the row that stands for it: the kept one, or the first of those that are combined
 */
public record GroupedRows(int[] sorted, int[] groupOf, int[] first) {
    public static GroupedRows of(MergeMode mode, SortPermutation order, int[] sorted, Block block) {
        Optional<Column> versions = Optional.empty();
        Optional<ValueOrder> versionOrder = Optional.empty();
        if (mode instanceof MergeMode.Replacing replacing && replacing.version().isPresent()) {
            int index = replacing.version().get();
            versions = Optional.of(block.column(index).plain());
            versionOrder = Optional.of(ValueOrder.of(Types.withoutLowCardinality(
                    Types.withoutSimpleAggregate(block.header().type(index)))));
        }
        int[] groupOf = new int[sorted.length];
        int[] chosen = new int[sorted.length];
        int groups = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || order.compare(sorted[i - 1], sorted[i]) != 0) {
                chosen[groups++] = sorted[i];
            } else if (mode instanceof MergeMode.Replacing
                    && (versions.isEmpty()
                            || versionOrder
                                            .orElseThrow()
                                            .compare(versions.get(), sorted[i], versions.get(), chosen[groups - 1], 1)
                                    >= 0)) {
                chosen[groups - 1] = sorted[i];
            }
            groupOf[i] = groups - 1;
        }
        return new GroupedRows(sorted, groupOf, Arrays.copyOf(chosen, groups));
    }

    /** One value per group. */
    public Column combine(Column column, DataType type, TableServices services) {
        Column inOrder = column.gather(sorted, sorted.length);
        return ColumnCombiner.of(type, services).combine(inOrder, groupOf, first.length);
    }
}
