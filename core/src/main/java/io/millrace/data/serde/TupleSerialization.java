package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.TupleColumn;
import java.util.List;

/** Tuples: each element's column in turn; a tuple without elements has a placeholder byte per row, in bulk only. */
final class TupleSerialization extends Serialization {
    private static final NothingSerialization EMPTY = new NothingSerialization();

    private final List<Serialization> elements;

    TupleSerialization(List<Serialization> elements) {
        this.elements = elements;
    }

    @Override
    public void writePrefix(ByteSink out) {
        elements.forEach(element -> element.writePrefix(out));
    }

    @Override
    public void readPrefix(ByteSource in) {
        elements.forEach(element -> element.readPrefix(in));
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        List<Column> columns = TextWriter.cast(TupleColumn.class, column).elements();
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).writeBulk(columns.get(i), from, to, out);
        }
        if (elements.isEmpty()) {
            EMPTY.writeBulk(column, from, to, out);
        }
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        TupleColumn.Builder target = (TupleColumn.Builder) builder;
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).readBulk(in, rows, target.element(i));
        }
        if (elements.isEmpty()) {
            EMPTY.readBulk(in, rows, target);
        } else {
            target.advance(rows);
        }
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        List<Column> columns = TextWriter.cast(TupleColumn.class, column).elements();
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).writeRow(columns.get(i), row, out);
        }
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        TupleColumn.Builder target = (TupleColumn.Builder) builder;
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).readRow(in, target.element(i));
        }
        target.endRow();
    }
}
