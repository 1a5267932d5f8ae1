package io.millrace.mergetree.merge;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.LongColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.read.PartRows;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The first half of a merge: reads the key columns of all sources (and what the engine's rule needs), and finds the order of rows, the groups of equal keys and
 * the rows that are kept. Rows of equal keys keep the order of their parts. Not thread-safe.
 */
public final class MergeOrder {
    static final String ROW_NUMBER = "_part_offset";

    private final MergeSource source;
    private final int granuleRows;
    private final RowMap map = new RowMap();
    private final List<ValueOrder> versionOrder = new ArrayList<>();
    private final Optional<Integer> version;
    private final Optional<Integer> deleted;
    private final boolean numbered;
    private final ColumnBuilder[] keyRows;
    private final int primaryKeys;
    private long keptRows;
    private final Map<Part, List<long[]>> numbers = new HashMap<>();

    /** The group of equal keys at the end of the map. */
    private Column[] groupKeys = new Column[0];

    private int groupRow;
    private long best = -1;
    private Column bestVersion;
    private int bestVersionRow;
    private boolean bestDeleted;
    private Column[] lastKeys = new Column[0];
    private int lastRow;

    private MergeOrder(MergeSource source, int granuleRows, Header header) {
        this.source = source;
        this.granuleRows = granuleRows;
        Optional<MergeMode.Replacing> replacing =
                source.mode() instanceof MergeMode.Replacing r ? Optional.of(r) : Optional.empty();
        version = replacing
                .flatMap(MergeMode.Replacing::version)
                .map(i -> header.index(source.structure().stored().name(i)));
        deleted = replacing
                .flatMap(MergeMode.Replacing::deleted)
                .map(i -> header.index(source.structure().stored().name(i)));
        version.ifPresent(i -> versionOrder.add(ValueOrder.of(plain(header.type(i)))));
        numbered = header.find(ROW_NUMBER).isPresent();
        List<DataType> primary = TableStructure.keyTypes(source.structure().primaryKey());
        primaryKeys = primary.size();
        keyRows = primary.stream().map(t -> ColumnBuilder.of(t, 64)).toArray(ColumnBuilder[]::new);
        bestVersion = new LongColumn(new long[1], 1);
    }

    private static DataType plain(DataType type) {
        return Types.withoutLowCardinality(Types.withoutSimpleAggregate(type));
    }

    /**
     * Finds the order.
     *
     * @param granuleRows rows per granule of the result: the keys of their first rows are collected
     */
    public static MergeOrder of(MergeSource source, int granuleRows) {
        return of(source, granuleRows, false);
    }

    private static MergeOrder of(MergeSource source, int granuleRows, boolean forMasks) {
        Header stored = source.structure().stored();
        TreeSet<Integer> needed = new TreeSet<>();
        for (Expression key : source.structure().sortKey()) {
            needed.addAll(ExpressionProgram.inputsOf(key));
        }
        if (source.mode() instanceof MergeMode.Replacing replacing) {
            replacing.version().ifPresent(needed::add);
            replacing.deleted().ifPresent(needed::add);
        }
        List<Header.Field> fields = new ArrayList<>();
        needed.forEach(i -> fields.add(stored.fields().get(i)));
        boolean hidden = forMasks && source.parts().stream().anyMatch(p -> PartRows.hidesRows(p.part()) || !isWhole(p));
        if (hidden) {
            fields.add(new Header.Field(ROW_NUMBER, Types.UINT64));
        }
        MergeOrder order = new MergeOrder(source, granuleRows, new Header(fields));
        order.run(new Header(fields), List.copyOf(needed));
        return order;
    }

    private static boolean isWhole(PartSelection selection) {
        return selection.granules() == selection.part().granularity().granules();
    }

    private void run(Header header, List<Integer> needed) {
        Header stored = source.structure().stored();
        List<Expression> keys = source.structure().sortKey().stream()
                .map(k -> Rebinding.toPositions(k, needed))
                .toList();
        ExpressionProgram program = ExpressionProgram.compile(keys);
        List<DataType> keyTypes = TableStructure.keyTypes(keys);
        PriorityQueue<KeyCursor> heap = new PriorityQueue<>((a, b) -> {
            int order = a.compare(a.position, b, b.position);
            return order != 0 ? order : Integer.compare(a.source, b.source);
        });
        for (int i = 0; i < source.parts().size(); i++) {
            PartRows rows = new PartRows(
                    source.structure(),
                    source.parts().get(i),
                    header,
                    Optional.empty(),
                    source.masks(),
                    source.files(),
                    source.blockRows(),
                    source.context());
            KeyCursor cursor =
                    new KeyCursor(i, rows, program, keyTypes, source.context(), new Block(stored, List.of(), 0));
            if (nextBlock(cursor)) {
                heap.add(cursor);
            }
        }
        while (!heap.isEmpty()) {
            KeyCursor least = heap.poll();
            int count = heap.isEmpty() ? least.rowsLeft() : runBefore(least, heap.peek());
            take(least, count);
            if (least.rowsLeft() > 0 || nextBlock(least)) {
                heap.add(least);
            }
        }
        endGroup();
        if (keptRows > 0 && primaryKeys > 0) {
            KeyCursor.append(lastKeys, lastRow, keyRows);
        }
    }

    private boolean nextBlock(KeyCursor cursor) {
        if (!cursor.nextBlock()) {
            return false;
        }
        if (numbered) {
            Column column = cursor.block.column(cursor.block.header().index(ROW_NUMBER));
            long[] values = ((LongColumn) column).values();
            numbers.computeIfAbsent(source.parts().get(cursor.source).part(), p -> new ArrayList<>())
                    .add(java.util.Arrays.copyOf(values, column.rows()));
        }
        return true;
    }

    /** How many rows of a cursor come before the current row of the next one. */
    private static int runBefore(KeyCursor least, KeyCursor next) {
        int limit = least.source < next.source ? 1 : 0;
        int from = least.position;
        int end = least.block.rows();
        if (least.compare(end - 1, next, next.position) < limit) {
            return end - from;
        }
        // gallop, then halve: runs are short or very long
        int low = from;
        int step = 1;
        while (low + step < end && least.compare(low + step, next, next.position) < limit) {
            low += step;
            step *= 2;
        }
        int high = Math.min(end, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (least.compare(middle, next, next.position) < limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + 1 - from;
    }

    private void take(KeyCursor cursor, int count) {
        if (source.mode().isOrdinary()) {
            takeAll(cursor, count);
            return;
        }
        Optional<Column> versions = version.map(i -> cursor.block.column(i).plain());
        Optional<Column> deletions = deleted.map(i -> cursor.block.column(i).plain());
        for (int i = 0; i < count; i++) {
            int row = cursor.position + i;
            boolean first = groupKeys.length == 0 && map.size() == 0 || !cursor.sameKey(row, groupKeys, groupRow);
            if (first) {
                endGroup();
                groupKeys = cursor.keys;
                groupRow = row;
                best = -1;
            }
            map.add(cursor.source, source.mode().combines(), first);
            if (best < 0 || !isOlder(versions, row)) {
                best = map.size() - 1;
                versions.ifPresent(v -> bestVersion = v);
                bestVersionRow = row;
                bestDeleted = deletions.isPresent() && KeyCursor.isSet(deletions.get(), row);
            }
        }
        cursor.position += count;
    }

    private boolean isOlder(Optional<Column> versions, int row) {
        return versions.isPresent()
                && versionOrder.getFirst().compare(versions.get(), row, bestVersion, bestVersionRow, 1) < 0;
    }

    private void takeAll(KeyCursor cursor, int count) {
        map.addRun(cursor.source, count);
        if (primaryKeys > 0) {
            // the rows of this run that begin a granule
            long firstOfNext = (keptRows + granuleRows - 1) / granuleRows * granuleRows;
            for (long row = firstOfNext; row < keptRows + count; row += granuleRows) {
                KeyCursor.append(cursor.keys, (int) (cursor.position + row - keptRows), keyRows);
            }
        }
        keptRows += count;
        lastKeys = cursor.keys;
        cursor.position += count;
        lastRow = cursor.position - 1;
    }

    private void endGroup() {
        if (best < 0) {
            return;
        }
        boolean kept = source.mode().combines() || !(source.hideDeleted() && bestDeleted);
        if (kept) {
            if (!source.mode().combines()) {
                map.keep(best);
            }
            if (primaryKeys > 0 && keptRows % granuleRows == 0) {
                KeyCursor.append(groupKeys, groupRow, keyRows);
            }
            keptRows++;
            lastKeys = groupKeys;
            lastRow = groupRow;
        }
        best = -1;
    }

    RowMap map() {
        return map;
    }

    /** Rows of the result. */
    public long rows() {
        return keptRows;
    }

    /** The keys of the first rows of all granules and of the last row; to be called once. */
    public List<Column> keyRows() {
        List<Column> columns = new ArrayList<>();
        for (ColumnBuilder builder : keyRows) {
            columns.add(builder.build());
        }
        return columns;
    }

    /** The rows of each part that a FINAL read shows; for engines that choose among rows. */
    public static RowMasks masks(MergeSource source) {
        MergeOrder order = of(source, Integer.MAX_VALUE, true);
        Map<Part, long[]> visible = new HashMap<>();
        List<Part> parts = source.parts().stream().map(PartSelection::part).toList();
        for (Part part : parts) {
            visible.put(part, new long[(int) ((part.rows() + 63) >>> 6)]);
        }
        long[] next = new long[parts.size()];
        Map<Part, long[]> rowNumbers = new HashMap<>();
        order.numbers.forEach((part, chunks) -> rowNumbers.put(part, joined(chunks)));
        for (long row = 0; row < order.map.size(); row++) {
            int from = order.map.source(row);
            Part part = parts.get(from);
            long number = next[from]++;
            if (order.map.isKept(row)) {
                long inPart =
                        rowNumbers.isEmpty() ? number : Objects.requireNonNull(rowNumbers.get(part))[(int) number];
                Objects.requireNonNull(visible.get(part))[(int) (inPart >>> 6)] |= 1L << inPart;
            }
        }
        return new RowMasks(visible);
    }

    private static long[] joined(List<long[]> chunks) {
        long[] all = new long[chunks.stream().mapToInt(c -> c.length).sum()];
        int at = 0;
        for (long[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }
}
