package io.millrace.mergetree.merge;

import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.util.List;

/**
 * What is merged: granules of several parts, older parts first.
 *
 * @param mode what happens to rows of equal keys
 * @param hideDeleted whether kept rows that are deletions are dropped: FINAL, and merges that clean up
 * @param masks rows that are left out
 */
public record MergeSource(
        TableStructure structure,
        List<PartSelection> parts,
        MergeMode mode,
        boolean hideDeleted,
        RowMasks masks,
        OpenFiles files,
        EvaluationContext context) {
    public MergeSource {
        parts = List.copyOf(parts);
    }

    /** All rows of the parts. */
    public MergeSource(
            TableStructure structure,
            List<PartSelection> parts,
            MergeMode mode,
            boolean hideDeleted,
            OpenFiles files,
            EvaluationContext context) {
        this(structure, parts, mode, hideDeleted, RowMasks.NONE, files, context);
    }

    /** Rows per block that each source holds in memory. */
    int blockRows() {
        return Math.max(8192, 65_536 / Math.max(1, parts.size() / 4));
    }
}
