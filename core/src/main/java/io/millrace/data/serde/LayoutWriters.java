package io.millrace.data.serde;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;

/** What writers of columns with one array of numbers have in common; each type writes such a number in its own way. */
final class LayoutWriters {
    private LayoutWriters() {}

    abstract static class Bytes extends TextWriter {
        byte[] values = {};

        @Override
        public final void bind(Column column) {
            values = cast(ByteColumn.class, column).values();
        }
    }

    abstract static class Shorts extends TextWriter {
        short[] values = {};

        @Override
        public final void bind(Column column) {
            values = cast(ShortColumn.class, column).values();
        }
    }

    abstract static class Ints extends TextWriter {
        int[] values = {};

        @Override
        public final void bind(Column column) {
            values = cast(IntColumn.class, column).values();
        }
    }

    abstract static class Longs extends TextWriter {
        long[] values = {};

        @Override
        public final void bind(Column column) {
            values = cast(LongColumn.class, column).values();
        }
    }
}
