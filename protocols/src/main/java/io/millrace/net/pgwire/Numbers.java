package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Appends numbers of any width to columns of any type that can hold them. */
final class Numbers {
    private Numbers() {}

    static void append(double value, DataType type, ColumnBuilder builder) {
        if (type instanceof DataType.FloatType f) {
            floating(value, f, builder);
        } else {
            append(new BigDecimal(value), type, builder);
        }
    }

    static void append(BigDecimal value, DataType type, ColumnBuilder builder) {
        switch (type) {
            case DataType.DecimalType d -> decimal(value, d, builder);
            case DataType.FloatType f -> floating(value.doubleValue(), f, builder);
            case DataType.IntegerType i ->
                integer(value.setScale(0, RoundingMode.HALF_UP).unscaledValue(), i, builder);
            case DataType.StringType s -> ((StringColumn.Builder) builder).append(value.toPlainString());
            default -> throw ValueReader.mismatch(WireType.of(PgType.NUMERIC), type);
        }
    }

    static void floating(double value, DataType.FloatType type, ColumnBuilder builder) {
        if (type.bits() == 32) {
            ((FloatColumn.Builder) builder).append((float) value);
        } else {
            ((DoubleColumn.Builder) builder).append(value);
        }
    }

    static void decimal(BigDecimal value, DataType.DecimalType type, ColumnBuilder builder) {
        BigDecimal scaled = value.setScale(type.scale(), RoundingMode.HALF_UP);
        if (scaled.precision() > type.precision()) {
            throw new DbException(
                    ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "numeric field overflow: " + type.name());
        }
        BigInteger unscaled = scaled.unscaledValue();
        switch (builder) {
            case IntColumn.Builder b -> b.append(unscaled.intValueExact());
            case LongColumn.Builder b -> b.append(unscaled.longValueExact());
            case WideColumn.Builder b -> b.append(unscaled);
            default -> throw new IllegalStateException("no builder of decimals: " + builder.getClass());
        }
    }

    static void append(long value, DataType type, ColumnBuilder builder) {
        switch (type) {
            case DataType.BoolType b -> ((ByteColumn.Builder) builder).append((byte) (value == 0 ? 0 : 1));
            case DataType.IntegerType i -> integer(value, i, builder);
            case DataType.FloatType f -> floating((double) value, f, builder);
            case DataType.DecimalType d -> decimal(BigDecimal.valueOf(value), d, builder);
            case DataType.StringType s -> ((StringColumn.Builder) builder).append(Long.toString(value));
            case DataType.DateTimeType d -> ((IntColumn.Builder) builder).append((int) ValueReader.seconds(value));
            default -> throw ValueReader.mismatch(WireType.of(PgType.INT8), type);
        }
    }

    static void integer(long value, DataType.IntegerType type, ColumnBuilder builder) {
        if (type.bits() > 64) {
            ((WideColumn.Builder) builder).append(BigInteger.valueOf(value));
            return;
        }
        int bits = type.bits();
        boolean fits = type.signed()
                ? bits == 64 || value >= -(1L << (bits - 1)) && value < 1L << (bits - 1)
                : value >= 0 && (bits == 64 || value < 1L << bits);
        if (!fits) {
            throw outOfRange(type, Long.toString(value));
        }
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) value);
            case ShortColumn.Builder b -> b.append((short) value);
            case IntColumn.Builder b -> b.append((int) value);
            case LongColumn.Builder b -> b.append(value);
            default -> throw new IllegalStateException("no builder of whole numbers: " + builder.getClass());
        }
    }

    static void integer(BigInteger value, DataType.IntegerType type, ColumnBuilder builder) {
        int bits = type.signed() ? value.bitLength() + 1 : value.bitLength();
        if (bits > type.bits() || !type.signed() && value.signum() < 0) {
            throw outOfRange(type, value.toString());
        }
        switch (builder) {
            case WideColumn.Builder b -> b.append(value);
            case LongColumn.Builder b -> b.append(value.longValue());
            default -> integer(value.longValueExact(), type, builder);
        }
    }

    private static DbException outOfRange(DataType.IntegerType type, String value) {
        return new DbException(
                ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE,
                "value \"" + value + "\" is out of range for type " + TypeWords.of(WireType.of(type)));
    }
}
