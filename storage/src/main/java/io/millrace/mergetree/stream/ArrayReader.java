package io.millrace.mergetree.stream;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import java.util.Arrays;

/** Arrays and maps: the number of elements of each row, then the elements of all rows. */
final class ArrayReader extends ColumnReader {
    private final StreamReader sizes;
    private final ColumnReader elements;
    private int[] offsets = new int[1];
    private int rows;
    private long[] lengths = new long[0];
    private double meanElements = 2;

    ArrayReader(StreamReader sizes, ColumnReader elements) {
        this.sizes = sizes;
        this.elements = elements;
    }

    @Override
    public void begin(int expectedRows) {
        offsets = new int[expectedRows + 1];
        rows = 0;
        elements.begin((int) Math.min(1 << 24, expectedRows * meanElements));
    }

    @Override
    public void seek(int mark) {
        sizes.seekMark(mark);
        elements.seek(mark);
    }

    @Override
    public void prefix() {
        elements.prefix();
    }

    @Override
    public void read(int count) {
        if (lengths.length < count) {
            lengths = new long[count];
        }
        if (offsets.length < rows + count + 1) {
            offsets = Arrays.copyOf(offsets, Math.max(rows + count + 1, offsets.length * 2));
        }
        sizes.getLongs(lengths, 0, count);
        long end = offsets[rows];
        for (int i = 0; i < count; i++) {
            end += StreamReader.checkedSize(lengths[i]);
            offsets[rows + i + 1] = StreamReader.checkedSize(end);
        }
        int total = (int) end - offsets[rows];
        rows += count;
        elements.read(total);
        if (count > 0) {
            meanElements = 0.5 * meanElements + 0.55 * total / count;
        }
    }

    @Override
    public Column finish() {
        return new ArrayColumn(offsets, elements.finish(), rows);
    }
}
