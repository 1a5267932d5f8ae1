package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;

/** Dates, times and moments in PostgreSQL's binary layouts, which count from the year 2000. */
final class BinaryMoments {
    /** Days and seconds from 1970 to 2000, where PostgreSQL's time begins. */
    static final int EPOCH_DAYS = 10_957;

    static final long EPOCH_SECONDS = EPOCH_DAYS * 86_400L;

    private BinaryMoments() {}

    /** A {@code timestamp} is how the moment reads in the session's zone; a {@code timestamptz} is the moment itself. */
    static TimeZone readingZone(WireType as, WireOptions options) {
        return as.type() == PgType.TIMESTAMP ? options.zone() : TimeZone.utc();
    }

    static final class Day16 extends ValueWriter {
        private short[] days = {};

        @Override
        void values(Column column) {
            days = ((ShortColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putInt(out, (days[row] & 0xFFFF) - EPOCH_DAYS);
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
            BigEndian.putInt(out, days[row] - EPOCH_DAYS);
        }
    }

    static final class Seconds extends ValueWriter {
        private final TimeZone zone;
        private int[] seconds = {};

        Seconds(TimeZone zone) {
            this.zone = zone;
        }

        @Override
        void values(Column column) {
            seconds = ((IntColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            long second = seconds[row] & 0xFFFFFFFFL;
            BigEndian.putLong(out, (second + zone.offsetAt(second) - EPOCH_SECONDS) * 1_000_000);
        }
    }

    static final class Ticks extends ValueWriter {
        private final int precision;
        private final TimeZone zone;
        private long[] ticks = {};

        Ticks(int precision, TimeZone zone) {
            this.precision = precision;
            this.zone = zone;
        }

        @Override
        void values(Column column) {
            ticks = ((LongColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            long micros = micros(ticks[row], precision);
            long offset = zone.offsetAt(Math.floorDiv(micros, 1_000_000L));
            BigEndian.putLong(out, micros + (offset - EPOCH_SECONDS) * 1_000_000);
        }
    }

    /** Texts {@code 12:34:56.789} as microseconds since midnight. */
    static final class TimeOfDay extends ValueWriter {
        private byte[] bytes = {};
        private int[] offsets = {};

        @Override
        void values(Column column) {
            bytes = ((StringColumn) column).bytes();
            offsets = ((StringColumn) column).offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            String text = new String(bytes, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.US_ASCII);
            try {
                BigEndian.putLong(out, LocalTime.parse(text.strip()).toNanoOfDay() / 1000);
            } catch (DateTimeException e) {
                throw new DbException(
                        ErrorCode.CANNOT_PARSE_DATETIME, "invalid input syntax for type time: \"" + text + "\"", e);
            }
        }
    }

    /** Microseconds since 1970, rounded toward the past. */
    static long micros(long ticks, int precision) {
        return precision <= 6
                ? ticks * DateTimeText.ticksPerSecond(6 - precision)
                : Math.floorDiv(ticks, DateTimeText.ticksPerSecond(precision - 6));
    }
}
