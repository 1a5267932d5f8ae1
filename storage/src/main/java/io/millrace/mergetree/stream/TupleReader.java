package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import java.util.List;

/** Tuples: the elements as columns of their own. */
final class TupleReader extends ColumnReader {
    private final List<ColumnReader> elements;
    private int rows;

    TupleReader(List<ColumnReader> elements) {
        this.elements = elements;
    }

    @Override
    public void begin(int expectedRows) {
        rows = 0;
        elements.forEach(e -> e.begin(expectedRows));
    }

    @Override
    public void seek(int mark) {
        elements.forEach(e -> e.seek(mark));
    }

    @Override
    public void prefix() {
        elements.forEach(ColumnReader::prefix);
    }

    @Override
    public void read(int count) {
        rows += count;
        for (ColumnReader element : elements) {
            element.read(count);
        }
    }

    @Override
    public Column finish() {
        return new TupleColumn(elements.stream().map(ColumnReader::finish).toList(), rows);
    }
}
