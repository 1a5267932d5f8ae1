package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
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
import io.millrace.data.text.DateText;
import io.millrace.data.type.DataType;
import java.math.BigInteger;
import java.util.SplittableRandom;

/** Random values of any type, the same for the same seed. Not thread-safe. */
final class RandomValues {
    private static final int NULL_IN = 16;

    private final SplittableRandom random;
    private final int maxStringLength;
    private final int maxArrayLength;

    RandomValues(long seed, int maxStringLength, int maxArrayLength) {
        this.random = new SplittableRandom(seed);
        this.maxStringLength = maxStringLength;
        this.maxArrayLength = maxArrayLength;
    }

    /** Appends some values to the builder of a type. */
    void append(DataType type, int rows, ColumnBuilder builder) {
        switch (type) {
            case DataType.NullableType n -> nullable(n, rows, (NullableColumn.Builder) builder);
            case DataType.ArrayType a -> arrays(a.element(), rows, (ArrayColumn.Builder) builder);
            case DataType.MapType m -> arrays(m.asArray().element(), rows, (ArrayColumn.Builder) builder);
            case DataType.TupleType t -> {
                TupleColumn.Builder tuple = (TupleColumn.Builder) builder;
                for (int i = 0; i < t.elements().size(); i++) {
                    append(t.elements().get(i), rows, tuple.element(i));
                }
                tuple.advance(rows);
            }
            case DataType.LowCardinalityType l -> dictionary(l, rows, (DictionaryColumn.Builder) builder);
            case DataType.SimpleAggregateType s -> append(s.nested(), rows, builder);
            case DataType.StringType s -> strings(rows, (StringColumn.Builder) builder);
            case DataType.EnumType e -> enums(e, rows, builder);
            case DataType.BoolType b -> bytes(rows, 2, (ByteColumn.Builder) builder);
            case DataType.Date32Type d -> {
                IntColumn.Builder days = (IntColumn.Builder) builder;
                for (int i = 0; i < rows; i++) {
                    days.append(random.nextInt(DateText.DATE32_MIN, DateText.DATE32_MAX + 1));
                }
            }
            case DataType.DecimalType d -> decimals(d, rows, builder);
            case DataType.AggregateStateType a ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "The 'GenerateRandom' is not implemented for type " + type.name());
            case DataType.NothingType n -> builder.appendDefaults(rows);
            default -> plain(rows, builder);
        }
    }

    /** Any bits are a value. */
    private void plain(int rows, ColumnBuilder builder) {
        switch (builder) {
            case ByteColumn.Builder b -> bytes(rows, 256, b);
            case ShortColumn.Builder b -> {
                for (int i = 0; i < rows; i++) {
                    b.append((short) random.nextInt());
                }
            }
            case IntColumn.Builder b -> {
                for (int i = 0; i < rows; i++) {
                    b.append(random.nextInt());
                }
            }
            case LongColumn.Builder b -> {
                for (int i = 0; i < rows; i++) {
                    b.append(random.nextLong());
                }
            }
            case FloatColumn.Builder b -> {
                for (int i = 0; i < rows; i++) {
                    b.append(finite(Float.intBitsToFloat(random.nextInt())));
                }
            }
            case DoubleColumn.Builder b -> {
                for (int i = 0; i < rows; i++) {
                    double value = Double.longBitsToDouble(random.nextLong());
                    b.append(Double.isFinite(value) ? value : 0);
                }
            }
            case WideColumn.Builder b -> {
                byte[] words = new byte[b.wordsPerValue() * 8];
                for (int i = 0; i < rows; i++) {
                    random.nextBytes(words);
                    b.append(new BigInteger(words));
                }
            }
            case FixedColumn.Builder b -> {
                byte[] value = new byte[b.width()];
                for (int i = 0; i < rows; i++) {
                    random.nextBytes(value);
                    b.append(value, 0, value.length);
                }
            }
            default ->
                throw DbException.bug(
                        "No random values for a " + builder.getClass().getName());
        }
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }

    private void bytes(int rows, int bound, ByteColumn.Builder builder) {
        for (int i = 0; i < rows; i++) {
            builder.append((byte) random.nextInt(bound));
        }
    }

    private void enums(DataType.EnumType type, int rows, ColumnBuilder builder) {
        for (int i = 0; i < rows; i++) {
            int value =
                    type.entries().get(random.nextInt(type.entries().size())).value();
            switch (builder) {
                case ByteColumn.Builder b -> b.append((byte) value);
                case ShortColumn.Builder b -> b.append((short) value);
                default -> throw DbException.bug("An enum is one or two bytes wide");
            }
        }
    }

    private void decimals(DataType.DecimalType type, int rows, ColumnBuilder builder) {
        BigInteger bound = BigInteger.TEN.pow(type.precision());
        for (int i = 0; i < rows; i++) {
            switch (builder) {
                case IntColumn.Builder b -> b.append((int) (random.nextLong() % bound.longValue()));
                case LongColumn.Builder b -> b.append(random.nextLong() % bound.longValue());
                case WideColumn.Builder b -> {
                    byte[] bits = new byte[b.wordsPerValue() * 8];
                    random.nextBytes(bits);
                    b.append(new BigInteger(bits).remainder(bound));
                }
                default ->
                    throw DbException.bug(
                            "No decimal in a " + builder.getClass().getName());
            }
        }
    }

    private void strings(int rows, StringColumn.Builder builder) {
        for (int i = 0; i < rows; i++) {
            int length = random.nextInt(maxStringLength + 1);
            int at = builder.ensureBytes(length);
            byte[] arena = builder.array();
            for (int k = 0; k < length; k++) {
                arena[at + k] = (byte) random.nextInt(32, 127);
            }
            builder.endRow(at + length);
        }
    }

    private void arrays(DataType element, int rows, ArrayColumn.Builder builder) {
        int[] ends = new int[rows];
        int total = builder.elements().rows();
        int before = total;
        for (int i = 0; i < rows; i++) {
            total += random.nextInt(maxArrayLength + 1);
            ends[i] = total;
        }
        append(element, total - before, builder.elements());
        for (int end : ends) {
            builder.endRowAt(end);
        }
    }

    private void nullable(DataType.NullableType type, int rows, NullableColumn.Builder builder) {
        append(type.nested(), rows, builder.values());
        for (int i = 0; i < rows; i++) {
            builder.nulls().append((byte) (random.nextInt(NULL_IN) == 0 ? 1 : 0));
        }
    }

    private void dictionary(DataType.LowCardinalityType type, int rows, DictionaryColumn.Builder builder) {
        ColumnBuilder values = ColumnBuilder.of(type.nested(), rows);
        append(type.nested(), rows, values);
        builder.appendRange(values.build(), 0, rows);
    }
}
