package io.millrace.data.column;

import java.util.Arrays;
import java.util.List;

/** Tuples: one column per element. */
public final class TupleColumn extends Column {
    private final List<Column> elements;

    public TupleColumn(List<Column> elements, int rows) {
        super(rows);
        this.elements = List.copyOf(elements);
    }

    public List<Column> elements() {
        return elements;
    }

    @Override
    public Column plain() {
        return new TupleColumn(elements.stream().map(Column::plain).toList(), rows());
    }

    @Override
    public TupleColumn gather(int[] positions, int count) {
        return new TupleColumn(
                elements.stream().map(e -> e.gather(positions, count)).toList(), count);
    }

    @Override
    public TupleColumn slice(int from, int to) {
        return new TupleColumn(elements.stream().map(e -> e.slice(from, to)).toList(), to - from);
    }

    @Override
    public long sizeBytes() {
        return elements.stream().mapToLong(Column::sizeBytes).sum();
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(
                elements.stream().map(e -> e.newBuilder(expectedRows)).toArray(ColumnBuilder[]::new));
    }

    /** Builds a TupleColumn: append one value to each of {@link #elements}, then call {@link #endRow}. */
    public static final class Builder extends ColumnBuilder {
        private final ColumnBuilder[] elements;
        private int rows;

        public Builder(ColumnBuilder[] elements) {
            this.elements = elements;
        }

        public ColumnBuilder element(int index) {
            return elements[index];
        }

        public int width() {
            return elements.length;
        }

        public void endRow() {
            rows++;
        }

        /** Counts rows appended to the elements in bulk. */
        public void advance(int count) {
            rows += count;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            for (ColumnBuilder element : elements) {
                element.appendDefault();
            }
            rows++;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case TupleColumn same -> {
                    for (int i = 0; i < elements.length; i++) {
                        elements[i].append(same.elements.get(i), row);
                    }
                    rows++;
                }
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof TupleColumn same) {
                for (int i = 0; i < elements.length; i++) {
                    elements[i].appendRange(same.elements.get(i), from, to);
                }
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return Arrays.stream(elements).mapToLong(ColumnBuilder::sizeBytes).sum();
        }

        @Override
        public void truncate(int toRows) {
            for (ColumnBuilder element : elements) {
                element.truncate(toRows);
            }
            rows = toRows;
        }

        @Override
        public TupleColumn build() {
            return new TupleColumn(
                    Arrays.stream(elements).map(ColumnBuilder::build).toList(), rows);
        }
    }
}
