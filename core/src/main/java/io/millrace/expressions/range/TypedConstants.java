package io.millrace.expressions.range;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Constants brought to the type of a column, where that changes nothing of their value. A text that is a time without a zone is left alone: its moment
 * depends on the session.
 */
final class TypedConstants {
    private TypedConstants() {}

    static Optional<Column> convert(DataType to, DataType from, Column value) {
        if (!(value instanceof StringColumn) && to instanceof DataType.IntegerType integer && integer.bits() <= 64) {
            return NumberValues.exact(from, value, 0).flatMap(number -> integer(integer, number));
        }
        if (!(value instanceof StringColumn text)) {
            return Optional.empty();
        }
        byte[] bytes = text.bytes();
        int begin = text.offsets()[0];
        int end = text.offsets()[1];
        try {
            return switch (to) {
                case DataType.DateType d
                when end - begin <= 10 ->
                    Optional.of(new ShortColumn(new short[] {(short) DateText.parseDate(bytes, begin, end)}, 1));
                case DataType.DateTimeType d
                when d.zone().isPresent() && end - begin == 19 -> {
                    DateTimeText form = new DateTimeText(TimeZone.of(d.zone().get()));
                    yield Optional.of(new IntColumn(new int[] {(int) form.parse(bytes, begin, end, false)}, 1));
                }
                case DataType.Date32Type d
                when end - begin <= 10 ->
                    Optional.of(new IntColumn(new int[] {DateText.parseDate32(bytes, begin, end)}, 1));
                case DataType.DateTime64Type d
                when d.zone().isPresent() && end - begin >= 19 -> {
                    DateTimeText form = new DateTimeText(TimeZone.of(d.zone().get()));
                    yield Optional.of(
                            new LongColumn(new long[] {form.parse64(bytes, begin, end, d.precision(), false)}, 1));
                }
                case DataType.EnumType e ->
                    e.valueOf(text.text(0))
                            .map(v -> e.bits() == 8
                                    ? new ByteColumn(new byte[] {v.byteValue()}, 1)
                                    : new ShortColumn(new short[] {v.shortValue()}, 1));
                case DataType.IntegerType i when i.bits() <= 64 -> integer(i, new BigDecimal(text.text(0)));
                default -> Optional.empty();
            };
        } catch (DbException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Column> integer(DataType.IntegerType type, BigDecimal number) {
        long value;
        try {
            value = number.longValueExact();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        int bits = type.bits();
        boolean fits = type.signed()
                ? bits == 64 || value >= -(1L << bits - 1) && value < 1L << bits - 1
                : value >= 0 && (bits == 64 || value < 1L << bits);
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(
                switch (bits) {
                    case 8 -> new ByteColumn(new byte[] {(byte) value}, 1);
                    case 16 -> new ShortColumn(new short[] {(short) value}, 1);
                    case 32 -> new IntColumn(new int[] {(int) value}, 1);
                    default -> new LongColumn(new long[] {value}, 1);
                });
    }
}
