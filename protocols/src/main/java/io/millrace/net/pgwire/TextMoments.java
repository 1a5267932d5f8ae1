package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.IntervalUnit;

/** Dates, moments and intervals as PostgreSQL writes them in text, one class per spelling. */
final class TextMoments {
    private static final long MICROS = 1_000_000;

    private TextMoments() {}

    static final class Day16 extends ValueWriter {
        private short[] days = {};

        @Override
        void values(Column column) {
            days = ((ShortColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            DateText.write(days[row] & 0xFFFF, out);
        }
    }

    static final class Day32 extends ValueWriter {
        private int[] days = {};

        @Override
        void values(Column column) {
            days = ((IntColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            DateText.write(days[row], out);
        }
    }

    /** {@code 2024-01-01 00:00:00.5+05:30}: the session's zone, and how far it is from UTC then. */
    static final class Moment extends ValueWriter {
        private final int precision;
        private final TimeZone zone;
        private final DateTimeText text;
        private final boolean withOffset;
        private int[] seconds = {};
        private long[] ticks = {};

        Moment(int precision, TimeZone zone, boolean withOffset) {
            this.precision = precision;
            this.zone = zone;
            this.withOffset = withOffset;
            this.text = new DateTimeText(zone);
        }

        @Override
        void values(Column column) {
            switch (column) {
                case IntColumn c -> seconds = c.values();
                case LongColumn c -> {
                    ticks = c.values();
                    seconds = new int[0];
                }
                default -> throw new IllegalStateException("not a moment: " + column.getClass());
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            long micros = seconds.length > 0
                    ? (seconds[row] & 0xFFFFFFFFL) * MICROS
                    : BinaryMoments.micros(ticks[row], precision);
            long second = Math.floorDiv(micros, MICROS);
            text.write(second, out);
            IntervalParts.fraction(micros - second * MICROS, out);
            if (!withOffset) {
                return;
            }
            int offset = zone.offsetAt(second);
            out.putByte(offset < 0 ? '-' : '+');
            int minutes = Math.abs(offset) / 60;
            IntervalParts.pair(minutes / 60, out);
            if (minutes % 60 != 0) {
                out.putByte(':');
                IntervalParts.pair(minutes % 60, out);
            }
        }
    }

    static final class Interval extends ValueWriter {
        private final IntervalUnit unit;
        private long[] counts = {};

        Interval(IntervalUnit unit) {
            this.unit = unit;
        }

        @Override
        void values(Column column) {
            counts = ((LongColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            IntervalParts.text(unit, counts[row], out);
        }
    }
}
