package io.millrace.mergetree.merge;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.mergetree.read.PartRows;
import io.millrace.mergetree.write.ColumnFeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The second half of a merge: the rows of one column in the order that {@link MergeOrder} found, copied in runs, or combined where the engine makes one row of
 * several. Not thread-safe.
 */
final class MergedColumns implements ColumnFeed {
    private final DataType type;
    private final RowMap map;
    private final List<Cursor> cursors = new ArrayList<>();
    private final Optional<ColumnCombiner> combiner;
    private long position;

    /** One source's rows of the column. */
    private static final class Cursor {
        private final PartRows rows;
        private Optional<Column> column = Optional.empty();
        private int position;

        Cursor(PartRows rows) {
            this.rows = rows;
        }

        /** The current block's column, with at least one row left. */
        Column current() {
            while (column.isEmpty() || position == column.get().rows()) {
                Block block = rows.next().orElseThrow(() -> DbException.bug("A source of a merge lost rows"));
                column = Optional.of(block.column(0));
                position = 0;
            }
            return column.get();
        }

        void skip(int count) {
            int left = count;
            while (left > 0) {
                int step = Math.min(left, current().rows() - position);
                position += step;
                left -= step;
            }
        }
    }

    /** @param name a stored column of the table, or a virtual one */
    public MergedColumns(MergeSource source, MergeOrder order, String name, DataType type) {
        this.type = type;
        this.map = order.map();
        Header header = Header.of(new Header.Field(name, type));
        source.parts()
                .forEach(part -> cursors.add(new Cursor(new PartRows(
                        source.structure(),
                        part,
                        header,
                        Optional.empty(),
                        source.masks(),
                        source.files(),
                        source.blockRows(),
                        source.context()))));
        combiner = source.mode().combines()
                ? Optional.of(ColumnCombiner.of(type, source.structure().services()))
                : Optional.empty();
    }

    @Override
    public Column next(int rows) {
        return combiner.isPresent() ? combined(combiner.get(), rows) : copied(rows);
    }

    private Column copied(int rows) {
        Collector out = Collector.of(type, rows);
        int left = rows;
        while (left > 0) {
            int source = map.source(position);
            boolean kept = map.isKept(position);
            int run = 1;
            int limit = kept ? left : Integer.MAX_VALUE;
            while (run < limit
                    && position + run < map.size()
                    && map.source(position + run) == source
                    && map.isKept(position + run) == kept) {
                run++;
            }
            position += run;
            Cursor cursor = cursors.get(source);
            if (kept) {
                append(cursor, run, out);
                left -= run;
            } else {
                cursor.skip(run);
            }
        }
        return out.build();
    }

    private static void append(Cursor cursor, int count, Collector out) {
        int left = count;
        while (left > 0) {
            Column column = cursor.current();
            int step = Math.min(left, column.rows() - cursor.position);
            out.append(column, cursor.position, cursor.position + step);
            cursor.position += step;
            left -= step;
        }
    }

    private Column combined(ColumnCombiner combine, int groups) {
        Collector out = Collector.of(type, groups * 2);
        int[] groupOf = new int[groups * 2];
        int rows = 0;
        int group = -1;
        while (position < map.size()) {
            boolean first = map.isFirst(position);
            if (first && group == groups - 1) {
                break;
            }
            group += first ? 1 : 0;
            append(cursors.get(map.source(position)), 1, out);
            if (rows == groupOf.length) {
                groupOf = Arrays.copyOf(groupOf, rows * 2);
            }
            groupOf[rows++] = group;
            position++;
        }
        return combine.combine(out.build(), groupOf, groups);
    }
}
