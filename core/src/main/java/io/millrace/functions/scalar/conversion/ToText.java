package io.millrace.functions.scalar.conversion;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;

/** Any value as its text; zero bytes at the end of a FixedString are left out. */
record ToText(DataType from, TextOptions options) implements Conversions.Simple {
    @Override
    public Column convert(Column values, int rows) {
        if (values instanceof FixedColumn fixed && from instanceof DataType.FixedStringType) {
            return trimmed(fixed, rows);
        }
        TextWriter writer = TextWriter.of(from, TextStyle.RAW, options);
        writer.bind(values);
        ByteSink sink = new ByteSink(rows * 8 + StringColumn.PADDING);
        int[] offsets = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            writer.write(i, sink);
            offsets[i + 1] = sink.size();
        }
        sink.reserve(StringColumn.PADDING);
        return new StringColumn(sink.array(), offsets, rows);
    }

    private static StringColumn trimmed(FixedColumn fixed, int rows) {
        StringColumn.Builder builder = new StringColumn.Builder(rows);
        byte[] bytes = fixed.bytes();
        for (int i = 0; i < rows; i++) {
            int from = i * fixed.width();
            int to = from + fixed.width();
            while (to > from && bytes[to - 1] == 0) {
                to--;
            }
            builder.append(bytes, from, to - from);
        }
        return builder.build();
    }
}
