package io.millrace.mergetree;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.math.BigInteger;
import java.util.Random;

/** Columns of any type with seeded values. */
final class RandomColumns {
    private RandomColumns() {}

    static Column of(DataType type, int rows, Random random) {
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        for (int row = 0; row < rows; row++) {
            append(type, builder, random);
        }
        return builder.build();
    }

    private static void append(DataType type, ColumnBuilder builder, Random random) {
        switch (builder) {
            case NullableColumn.Builder b -> {
                if (random.nextInt(4) == 0) {
                    b.appendNull();
                } else {
                    append(((DataType.NullableType) type).nested(), b.values(), random);
                    b.appendNotNull();
                }
            }
            case DictionaryColumn.Builder b -> {
                DataType nested = ((DataType.LowCardinalityType) type).nested();
                b.append(of(nested, 1, new Random(random.nextInt(300))), 0);
            }
            case ArrayColumn.Builder b -> {
                DataType element = type instanceof DataType.MapType m
                        ? m.asArray().element()
                        : ((DataType.ArrayType) type).element();
                int length = random.nextInt(5);
                for (int i = 0; i < length; i++) {
                    append(element, b.elements(), random);
                }
                b.endRow();
            }
            case TupleColumn.Builder b -> {
                DataType.TupleType tuple = (DataType.TupleType) type;
                for (int i = 0; i < b.width(); i++) {
                    append(tuple.elements().get(i), b.element(i), random);
                }
                b.endRow();
            }
            default -> appendPlain(type, builder, random);
        }
    }

    private static void appendPlain(DataType type, ColumnBuilder builder, Random random) {
        switch (builder) {
            case ByteColumn.Builder b ->
                b.append((byte) (type instanceof DataType.BoolType ? random.nextInt(2) : enumOr(type, random)));
            case ShortColumn.Builder b -> b.append((short) enumOr(type, random));
            case IntColumn.Builder b ->
                b.append(type instanceof DataType.Date32Type ? random.nextInt(100_000) : random.nextInt());
            case LongColumn.Builder b ->
                b.append(type instanceof DataType.DateTime64Type ? random.nextLong(1L << 42) : random.nextLong());
            case FloatColumn.Builder b -> b.append(random.nextInt(9) == 0 ? Float.NaN : random.nextFloat());
            case DoubleColumn.Builder b -> b.append(random.nextGaussian());
            case WideColumn.Builder b -> b.append(new BigInteger(64 * b.wordsPerValue() - 1, random));
            case FixedColumn.Builder b -> {
                byte[] bytes = new byte[b.width()];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) ('a' + random.nextInt(26));
                }
                b.append(bytes, 0, bytes.length);
            }
            case StringColumn.Builder b -> b.append("v".repeat(random.nextInt(20)) + random.nextInt(1000));
            default -> throw new IllegalStateException("no values for " + type.name());
        }
    }

    private static int enumOr(DataType type, Random random) {
        return type instanceof DataType.EnumType e
                ? e.entries().get(random.nextInt(e.entries().size())).value()
                : random.nextInt();
    }
}
