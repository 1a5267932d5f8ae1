package io.millrace.pipeline.operator.key;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/** A value of one type as self-delimiting bytes that are equal exactly when the values are equal keys. Stateless. */
sealed interface KeyBytes {
    VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    void write(Column column, int row, ByteSink sink);

    void read(Cursor cursor, ColumnBuilder target);

    static KeyBytes of(DataType type) {
        return switch (type) {
            case DataType.NullableType n -> new OfNullable(of(n.nested()));
            case DataType.SimpleAggregateType s -> of(s.nested());
            case DataType.ArrayType a -> new OfArray(of(a.element()));
            case DataType.MapType m -> of(m.asArray());
            case DataType.TupleType t ->
                new OfTuple(t.elements().stream().map(KeyBytes::of).toList());
            default -> new OfPlain();
        };
    }

    /** Where reading stands. */
    final class Cursor {
        final byte[] bytes;
        int position;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        int take(int count) {
            int at = position;
            position += count;
            return at;
        }

        int size() {
            int value = 0;
            int shift = 0;
            while (true) {
                byte b = bytes[position++];
                value |= (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
                shift += 7;
            }
        }
    }

    /** Everything that is not made of other values; the column says how wide it is. */
    record OfPlain() implements KeyBytes {
        @Override
        public void write(Column column, int row, ByteSink sink) {
            switch (column) {
                case ByteColumn c -> sink.putByte(c.values()[row]);
                case ShortColumn c -> sink.putShort(c.values()[row]);
                case IntColumn c -> sink.putInt(c.values()[row]);
                case LongColumn c -> sink.putLong(c.values()[row]);
                case FloatColumn c -> sink.putInt(Float.floatToIntBits(c.values()[row]));
                case DoubleColumn c -> sink.putLong(Double.doubleToLongBits(c.values()[row]));
                case WideColumn c -> {
                    for (int w = 0; w < c.wordsPerValue(); w++) {
                        sink.putLong(c.words()[row * c.wordsPerValue() + w]);
                    }
                }
                case StringColumn c -> {
                    sink.putVarint(c.length(row));
                    sink.put(c.bytes(), c.offsets()[row], c.length(row));
                }
                case FixedColumn c -> sink.put(c.bytes(), row * c.width(), c.width());
                default -> write(column.plain(), row, sink);
            }
        }

        @Override
        public void read(Cursor in, ColumnBuilder target) {
            switch (target) {
                case ByteColumn.Builder b -> b.append(in.bytes[in.take(1)]);
                case ShortColumn.Builder b -> b.append((short) SHORT.get(in.bytes, in.take(2)));
                case IntColumn.Builder b -> b.append((int) INT.get(in.bytes, in.take(4)));
                case LongColumn.Builder b -> b.append((long) LONG.get(in.bytes, in.take(8)));
                case FloatColumn.Builder b -> b.append(Float.intBitsToFloat((int) INT.get(in.bytes, in.take(4))));
                case DoubleColumn.Builder b -> b.append(Double.longBitsToDouble((long) LONG.get(in.bytes, in.take(8))));
                case WideColumn.Builder b -> {
                    int words = b.wordsPerValue();
                    long[] to = b.ensure(1);
                    for (int w = 0; w < words; w++) {
                        to[b.rows() * words + w] = (long) LONG.get(in.bytes, in.take(8));
                    }
                    b.advance(1);
                }
                case StringColumn.Builder b -> {
                    int length = in.size();
                    b.append(in.bytes, in.take(length), length);
                }
                case FixedColumn.Builder b -> b.append(in.bytes, in.take(b.width()), b.width());
                default -> throw new IllegalArgumentException(target.getClass().getName());
            }
        }
    }

    /** A flag, then the value if it is not NULL. */
    record OfNullable(KeyBytes nested) implements KeyBytes {
        @Override
        public void write(Column column, int row, ByteSink sink) {
            NullableColumn nullable = (NullableColumn) column;
            byte flag = nullable.nulls()[row];
            sink.putByte(flag);
            if (flag == 0) {
                nested.write(nullable.values(), row, sink);
            }
        }

        @Override
        public void read(Cursor in, ColumnBuilder target) {
            NullableColumn.Builder builder = (NullableColumn.Builder) target;
            if (in.bytes[in.take(1)] != 0) {
                builder.appendNull();
            } else {
                builder.appendNotNull();
                nested.read(in, builder.values());
            }
        }
    }

    /** Number of elements, then the elements. */
    record OfArray(KeyBytes element) implements KeyBytes {
        @Override
        public void write(Column column, int row, ByteSink sink) {
            ArrayColumn array = (ArrayColumn) column;
            sink.putVarint(array.length(row));
            for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
                element.write(array.elements(), e, sink);
            }
        }

        @Override
        public void read(Cursor in, ColumnBuilder target) {
            ArrayColumn.Builder builder = (ArrayColumn.Builder) target;
            int length = in.size();
            for (int e = 0; e < length; e++) {
                element.read(in, builder.elements());
            }
            builder.endRow();
        }
    }

    /** The elements in turn. */
    record OfTuple(List<KeyBytes> elements) implements KeyBytes {
        @Override
        public void write(Column column, int row, ByteSink sink) {
            TupleColumn tuple = (TupleColumn) column;
            for (int e = 0; e < elements.size(); e++) {
                elements.get(e).write(tuple.elements().get(e), row, sink);
            }
        }

        @Override
        public void read(Cursor in, ColumnBuilder target) {
            TupleColumn.Builder builder = (TupleColumn.Builder) target;
            for (int e = 0; e < elements.size(); e++) {
                elements.get(e).read(in, builder.element(e));
            }
            builder.endRow();
        }
    }
}
