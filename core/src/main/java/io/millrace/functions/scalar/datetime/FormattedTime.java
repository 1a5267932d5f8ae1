package io.millrace.functions.scalar.datetime;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Widening;

/** A column of dates or times as texts of one format. */
record FormattedTime(Moments moments, DateTimeFormat format) implements BoundScalar {
    @Override
    public DataType type() {
        return Types.STRING;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        Column column = arguments[0].plain();
        long[] seconds = moments.seconds(column, rows);
        int precision = moments.precision();
        int digits = Math.max(6, precision);
        long perSecond = DateTimeText.ticksPerSecond(precision);
        long up = DateTimeText.ticksPerSecond(digits - precision);
        long[] ticks = precision > 0 ? Widening.longs(column, true, rows) : new long[0];
        ByteSink sink = new ByteSink(rows * 16 + StringColumn.PADDING);
        int[] offsets = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            int offset = moments.zone().offsetAt(seconds[i]);
            long fraction = precision > 0 ? Math.floorMod(ticks[i], perSecond) * up : 0;
            format.write(seconds[i] + offset, offset, fraction, digits, sink);
            offsets[i + 1] = sink.size();
        }
        sink.reserve(StringColumn.PADDING);
        return new StringColumn(sink.array(), offsets, rows);
    }
}
