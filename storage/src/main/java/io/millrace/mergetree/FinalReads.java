package io.millrace.mergetree;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.merge.CombinedScan;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.merge.MergeOrder;
import io.millrace.mergetree.merge.MergeSource;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartsScan;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * SELECT ... FINAL. Where the engine chooses among rows, the chosen ones are found from the key columns alone and then read like any other rows, by all
 * drivers; the choice is kept for as long as the parts stay the same. Where the engine combines rows, they are merged while they are read. Thread-safe.
 */
final class FinalReads {
    /** What was chosen for a set of parts. */
    private record Choice(List<Part> parts, RowMasks masks) {}

    private Optional<Choice> kept = Optional.empty();

    TableScan scan(TableStructure structure, ScanRequest request, PartStore.Leased leased, MergeMode mode) {
        List<Part> parts = leased.parts().parts();
        if (mode.combines()) {
            return new CombinedScan(structure, request, parts, mode, leased.lease());
        }
        return new PartsScan(
                structure, request, parts, () -> masks(structure, parts, mode, request.context()), leased.lease());
    }

    private synchronized RowMasks masks(
            TableStructure structure, List<Part> parts, MergeMode mode, EvaluationContext context) {
        if (kept.isEmpty() || !kept.get().parts().equals(parts)) {
            kept = Optional.of(new Choice(parts, choose(structure, parts, mode, context)));
        }
        return kept.get().masks();
    }

    private static RowMasks choose(
            TableStructure structure, List<Part> parts, MergeMode mode, EvaluationContext context) {
        try (OpenFiles files = new OpenFiles()) {
            List<PartSelection> all = parts.stream()
                    .filter(p -> p.rows() > 0)
                    // across partitions, too, the later insert wins
                    .sorted(Comparator.comparingLong(p -> p.name().minBlock()))
                    .map(PartSelection::all)
                    .toList();
            return MergeOrder.masks(new MergeSource(structure, all, mode, true, files, context));
        }
    }

    synchronized void forget() {
        kept = Optional.empty();
    }
}
