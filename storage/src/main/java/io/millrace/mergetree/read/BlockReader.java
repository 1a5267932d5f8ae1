package io.millrace.mergetree.read;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.stream.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads runs of granules of one part and gives the rows that pass the filter. Columns are read late: those of a condition when the conditions before it have
 * left rows, all others when all conditions have; and of each column only the granules that still have rows.
 *
 * <p>Owned by one driver.
 */
final class BlockReader {
    private static final Column UNREAD = new ByteColumn(new byte[0], 0);
    private static final String DELETION_MASK = "_row_exists";

    private final Part part;
    private final Header header;
    private final Optional<FilterPlan> filter;
    private final Optional<long[]> visible;
    private final boolean passing;
    private final EvaluationContext context;
    private final Granularity cut;
    private final ColumnSource[] sources;
    private final Optional<ColumnSource> exists;

    /** The rows that are left of a run of granules. */
    private int begin;

    private int end;
    private int left;
    /** Row numbers in the run, or empty while all are left. */
    private Optional<int[]> positions = Optional.empty();
    /** Granules of the run that have rows, and where the rows are among those of these granules; kept until rows drop out. */
    private Optional<Narrowed> narrowed = Optional.empty();

    /** Whether the default of the only column of the filter's first stage passes it, once that was asked. */
    private Optional<Boolean> defaultPasses = Optional.empty();

    /** What was read of columns whose kept rows still lie in it. */
    private final Column[] lent;

    /** The columns of the last block, if they are for use again. */
    private Column[] passed = new Column[0];

    private record Narrowed(List<MarkRange> ranges, int rows, int[] positions) {}

    /** @param passing whether a block is looked at only until the next one is read */
    BlockReader(
            Part part,
            Header header,
            Optional<FilterPlan> filter,
            Optional<long[]> visible,
            boolean passing,
            ColumnSources columns,
            EvaluationContext context) {
        this.part = part;
        this.header = header;
        this.filter = filter;
        this.visible = visible;
        this.passing = passing;
        this.context = context;
        this.cut = part.granularity();
        this.sources = new ColumnSource[header.width()];
        this.lent = new Column[header.width()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = columns.of(header.name(i), header.type(i));
        }
        this.exists = part.column(DELETION_MASK).map(c -> columns.raw(DELETION_MASK, c.type()));
    }

    Part part() {
        return part;
    }

    /** The matching rows of granules {@code from} to {@code to} (exclusive); empty when there are none. */
    Optional<Block> read(int from, int to) {
        begin = from;
        end = to;
        left = (int) cut.rows(from, to);
        positions = Optional.empty();
        narrowed = Optional.empty();
        recycle(passed);
        passed = new Column[0];
        Arrays.fill(lent, UNREAD);
        Column[] columns = new Column[header.width()];
        Arrays.fill(columns, UNREAD);
        if (!hideRows(columns) || !applyFilter(columns)) {
            return Optional.empty();
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == UNREAD) {
                columns[i] = readLeft(sources[i]);
            }
        }
        if (passing) {
            passed = columns;
        }
        return Optional.of(new Block(header, Arrays.asList(columns), left));
    }

    /** Takes out rows that FINAL or a lightweight DELETE hides; false when none is left. */
    private boolean hideRows(Column[] columns) {
        if (visible.isPresent()) {
            long[] bitmap = new long[Bitmaps.words(left)];
            RowMasks.copyBits(visible.get(), cut.firstRow(begin), left, bitmap);
            keep(bitmap, Bitmaps.count(bitmap, left), columns);
        }
        if (exists.isPresent() && left > 0) {
            long[] bitmap = new long[Bitmaps.words(left)];
            Conditions.truth(readLeft(exists.get()), left, bitmap);
            keep(bitmap, Bitmaps.count(bitmap, left), columns);
        }
        return left > 0;
    }

    private boolean applyFilter(Column[] columns) {
        if (filter.isEmpty()) {
            return true;
        }
        List<FilterPlan.Stage> stages = filter.get().stages();
        FilterPlan.Stage first = stages.getFirst();
        if (first.byValue() && positions.isEmpty() && selectStored(first, columns)) {
            stages = stages.subList(1, stages.size());
        }
        for (FilterPlan.Stage stage : stages) {
            for (int column : stage.newColumns()) {
                if (columns[column] == UNREAD) {
                    columns[column] = readLeft(sources[column]);
                }
            }
            long[] bitmap = new long[Bitmaps.words(left)];
            Block block = new Block(header, Arrays.asList(columns), left);
            int selected = stage.program().select(block, bitmap, context);
            if (selected == 0) {
                recycle(columns);
                return false;
            }
            keep(bitmap, selected, columns);
        }
        return left > 0;
    }

    /**
     * Tests a condition on the stored values of a sparse column alone, whose defaults all fail it. Otherwise answers false, with or without having read the
     * column.
     */
    private boolean selectStored(FilterPlan.Stage stage, Column[] columns) {
        int column = stage.newColumns().getFirst();
        Optional<SparseRows> read = sources[column].readSparse(List.of(new MarkRange(begin, end)), left);
        if (read.isEmpty()) {
            return false;
        }
        SparseRows sparse = read.get();
        int found = sparse.found();
        if (found < left && defaultPasses(stage, column)) {
            columns[column] = sparse.spread();
            return false;
        }
        columns[column] = sparse.stored();
        long[] bitmap = new long[Bitmaps.words(found)];
        int selected = stage.program().select(new Block(header, Arrays.asList(columns), found), bitmap, context);
        int[] chosen = Arrays.copyOf(sparse.positions(), found);
        if (selected < found) {
            int[] kept = Bitmaps.positions(bitmap, found, selected);
            columns[column] = columns[column].gather(kept, selected);
            for (int i = 0; i < selected; i++) {
                chosen[i] = chosen[kept[i]];
            }
        }
        positions = Optional.of(chosen);
        left = selected;
        return true;
    }

    private boolean defaultPasses(FilterPlan.Stage stage, int column) {
        if (defaultPasses.isEmpty()) {
            Column[] columns = new Column[header.width()];
            Arrays.fill(columns, UNREAD);
            ColumnBuilder one = ColumnBuilder.of(header.type(column), 1);
            one.appendDefault();
            columns[column] = one.build();
            int selected = stage.program().select(new Block(header, Arrays.asList(columns), 1), new long[1], context);
            defaultPasses = Optional.of(selected == 1);
        }
        return defaultPasses.get();
    }

    /** Keeps only the selected ones of the rows that are left. */
    private void keep(long[] bitmap, int selected, Column[] columns) {
        if (selected == left) {
            return;
        }
        int[] chosen = Bitmaps.positions(bitmap, left, selected);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != UNREAD) {
                columns[i] = kept(i, columns[i], chosen, selected);
            }
        }
        if (positions.isPresent()) {
            int[] before = positions.get();
            for (int i = 0; i < selected; i++) {
                chosen[i] = before[chosen[i]];
            }
        }
        positions = Optional.of(chosen);
        narrowed = Optional.empty();
        left = selected;
    }

    /** Rows of a column. When only empty strings drop out, as after {@code s <> ''}, the others stay where they are and what was read is lent to the block. */
    private Column kept(int column, Column before, int[] chosen, int selected) {
        if (before instanceof StringColumn strings) {
            Optional<StringColumn> same = strings.overSameBytes(chosen, selected);
            if (same.isPresent()) {
                lent[column] = lent[column] == UNREAD ? before : lent[column];
                return same.get();
            }
        }
        Column gathered = before.gather(chosen, selected);
        sources[column].recycle(before);
        return gathered;
    }

    /** Lets the sources have back what was read of columns that nobody sees. */
    private void recycle(Column[] columns) {
        for (int i = 0; i < columns.length; i++) {
            sources[i].recycle(lent[i] == UNREAD ? columns[i] : lent[i]);
        }
    }

    private Column readLeft(ColumnSource source) {
        if (positions.isEmpty()) {
            return source.read(List.of(new MarkRange(begin, end)), left);
        }
        if (narrowed.isEmpty()) {
            narrowed = Optional.of(narrow(positions.get()));
        }
        Narrowed n = narrowed.get();
        Column read = source.read(n.ranges(), n.rows());
        if (n.rows() == left) {
            return read;
        }
        Column kept = read.gather(n.positions(), left);
        source.recycle(read);
        return kept;
    }

    private Narrowed narrow(int[] rows) {
        List<MarkRange> ranges = new ArrayList<>();
        int[] shifted = new int[left];
        long base = cut.firstRow(begin);
        int skipped = 0;
        int at = 0;
        int kept = 0;
        for (int granule = begin; granule < end; granule++) {
            long last = cut.firstRow(granule + 1) - base;
            int first = at;
            while (at < left && rows[at] < last) {
                shifted[at] = rows[at] - skipped;
                at++;
            }
            if (at == first) {
                skipped += cut.rows(granule);
                continue;
            }
            kept += cut.rows(granule);
            if (!ranges.isEmpty() && ranges.getLast().end() == granule) {
                ranges.set(ranges.size() - 1, new MarkRange(ranges.getLast().begin(), granule + 1));
            } else {
                ranges.add(new MarkRange(granule, granule + 1));
            }
        }
        return new Narrowed(ranges, kept, shifted);
    }
}
