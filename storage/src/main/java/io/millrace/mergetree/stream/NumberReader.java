package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.util.Optional;

/** Values of a fixed width, copied in bulk from the decoded block into the column's array. */
final class NumberReader extends ColumnReader {
    private final DataType type;
    private final StreamReader stream;
    private ColumnBuilder builder;
    private Optional<Column> given = Optional.empty();
    private boolean reusable;

    NumberReader(DataType type, StreamReader stream) {
        this.type = type;
        this.stream = stream;
        this.builder = ColumnBuilder.of(type, 0);
    }

    @Override
    public void begin(int expectedRows) {
        if (reusable) {
            builder.truncate(0);
            reusable = false;
        } else {
            builder = ColumnBuilder.of(type, expectedRows);
        }
        given = Optional.empty();
    }

    @Override
    public void seek(int mark) {
        stream.seekMark(mark);
    }

    @Override
    public void read(int rows) {
        switch (builder) {
            case ByteColumn.Builder b -> {
                stream.get(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case ShortColumn.Builder b -> {
                stream.getShorts(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case IntColumn.Builder b -> {
                stream.getInts(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case LongColumn.Builder b -> {
                stream.getLongs(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case FloatColumn.Builder b -> {
                stream.getFloats(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case DoubleColumn.Builder b -> {
                stream.getDoubles(b.ensure(rows), b.rows(), rows);
                b.advance(rows);
            }
            case WideColumn.Builder b -> {
                int words = b.wordsPerValue();
                stream.getLongs(b.ensure(rows), b.rows() * words, rows * words);
                b.advance(rows);
            }
            case FixedColumn.Builder b -> {
                stream.get(b.ensure(rows), b.rows() * b.width(), rows * b.width());
                b.advance(rows);
            }
            default -> throw DbException.bug("Type " + type.name() + " has no fixed width");
        }
    }

    @Override
    public Column finish() {
        Column column = builder.build();
        given = Optional.of(column);
        return column;
    }

    @Override
    public void recycle(Column column) {
        reusable |= given.isPresent() && given.get() == column;
    }
}
