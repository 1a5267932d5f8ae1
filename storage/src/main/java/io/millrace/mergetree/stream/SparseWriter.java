package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import java.util.Arrays;
import java.util.Optional;

/** Writes a column sparse: the values that are not the default, and in a stream of their own how many defaults stand before each. */
final class SparseWriter extends ColumnWriter {
    private static final long END_OF_GROUP = 1L << 62;

    private final String base;
    private final ColumnWriter values;
    private Optional<WriteStreams.Stream> offsets = Optional.empty();
    private int[] rows = new int[0];

    SparseWriter(String base, ColumnWriter values) {
        this.base = base;
        this.values = values;
    }

    @Override
    void open(WriteStreams streams) {
        offsets = Optional.of(streams.open(base + ".sparse.idx", false));
        values.open(streams);
    }

    @Override
    public void write(Column column, int from, int to) {
        if (rows.length < to - from) {
            rows = new int[to - from];
        }
        int found = DefaultValues.others(column, from, to, rows);
        StreamWriter out = offsets.orElseThrow(() -> DbException.bug("A column is written before its streams are open"))
                .out();
        int next = from;
        for (int i = 0; i < found; i++) {
            out.putVarint(rows[i] - next);
            next = rows[i] + 1;
        }
        out.putVarint(to - next | END_OF_GROUP);
        values.write(column.gather(Arrays.copyOf(rows, found), found), 0, found);
    }

    @Override
    public void finish() {
        values.finish();
    }
}
