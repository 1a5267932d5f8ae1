package io.millrace.mergetree.read;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.structure.TableStructure;
import java.util.Optional;

/**
 * Some columns of granules of one part from the first to the last row: what merges and mutations read. Rows that a filter, a mask or a lightweight DELETE hides
 * are left out. Owned by one thread.
 */
public final class PartRows {
    private final Part part;
    private final PartSelection selection;
    private final BlockReader reader;
    private final int maxRows;
    private int range;
    private int position;

    /** @param filter over the columns */
    public PartRows(
            TableStructure structure,
            PartSelection selection,
            Header columns,
            Optional<Expression> filter,
            RowMasks masks,
            OpenFiles files,
            int maxRows,
            EvaluationContext context) {
        this.part = selection.part();
        this.selection = selection;
        this.maxRows = maxRows;
        ColumnSources sources = new ColumnSources(structure, part, files, context);
        this.reader = new BlockReader(
                part,
                columns,
                filter.map(f -> FilterPlan.of(f, i -> part.columnBytes(columns.name(i)))),
                masks.of(part),
                false,
                sources,
                context);
        this.position =
                selection.ranges().isEmpty() ? 0 : selection.ranges().getFirst().begin();
    }

    /** The next rows; empty at the end. */
    public Optional<Block> next() {
        while (range < selection.ranges().size()) {
            MarkRange current = selection.ranges().get(range);
            int to = part.granularity().runEnd(position, current.end(), maxRows);
            Optional<Block> block = reader.read(position, to);
            position = to;
            if (position == current.end() && ++range < selection.ranges().size()) {
                position = selection.ranges().get(range).begin();
            }
            if (block.isPresent()) {
                return block;
            }
        }
        return Optional.empty();
    }

    /** Whether a part hides some of its rows, so that row numbers do not simply count up. */
    public static boolean hidesRows(Part part) {
        return part.column("_row_exists").isPresent();
    }
}
