package io.millrace.functions.aggregate.array;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.functions.aggregate.Numbers;

/**
 * The bytes of one collected value in states of groupArray: numbers as they are, strings behind a varint length, everything else as its memory form behind
 * the length of that (arrays: count in eight bytes, elements; strings in them: length with the terminating zero in eight bytes).
 */
final class ElementBytes {
    private final DataType type;
    private final Serialization plain;
    private final boolean direct;
    private final ByteSink nested = new ByteSink();

    ElementBytes(DataType type) {
        this.type = type;
        plain = Serialization.of(type, StateFormats.NONE);
        direct = Numbers.width(type) > 0 || type instanceof DataType.StringType;
    }

    void write(Column column, int row, ByteSink out) {
        if (direct) {
            plain.writeRow(column, row, out);
            return;
        }
        nested.clear();
        writeNested(type, column, row, nested);
        out.putVarint(nested.size());
        out.put(nested.array(), 0, nested.size());
    }

    void read(ByteSource in, ColumnBuilder builder) {
        if (direct) {
            plain.readRow(in, builder);
            return;
        }
        in.getVarint();
        readNested(type, in, builder);
    }

    private static void writeNested(DataType type, Column column, int row, ByteSink out) {
        switch (type) {
            case ArrayType a -> {
                ArrayColumn arrays = (ArrayColumn) column;
                out.putLong(arrays.length(row));
                for (int i = arrays.offsets()[row]; i < arrays.offsets()[row + 1]; i++) {
                    writeNested(a.element(), arrays.elements(), i, out);
                }
            }
            case MapType m -> writeNested(m.asArray(), column, row, out);
            case TupleType t -> {
                for (int i = 0; i < t.elements().size(); i++) {
                    writeNested(
                            t.elements().get(i),
                            ((TupleColumn) column).elements().get(i),
                            row,
                            out);
                }
            }
            case NullableType n -> {
                out.putByte(column.isNull(row) ? 1 : 0);
                if (!column.isNull(row)) {
                    writeNested(n.nested(), ((NullableColumn) column).values(), row, out);
                }
            }
            case DataType.StringType s -> {
                StringColumn strings = (StringColumn) column;
                out.putLong(strings.length(row) + 1L);
                out.put(strings.bytes(), strings.offsets()[row], strings.length(row));
                out.putByte(0);
            }
            default -> Serialization.of(type, StateFormats.NONE).writeRow(column, row, out);
        }
    }

    private static void readNested(DataType type, ByteSource in, ColumnBuilder builder) {
        switch (type) {
            case ArrayType a -> {
                ArrayColumn.Builder arrays = (ArrayColumn.Builder) builder;
                int count = in.getSizeOfLong(1 << 30);
                for (int i = 0; i < count; i++) {
                    readNested(a.element(), in, arrays.elements());
                }
                arrays.endRow();
            }
            case MapType m -> readNested(m.asArray(), in, builder);
            case TupleType t -> {
                TupleColumn.Builder tuples = (TupleColumn.Builder) builder;
                for (int i = 0; i < t.elements().size(); i++) {
                    readNested(t.elements().get(i), in, tuples.element(i));
                }
                tuples.endRow();
            }
            case NullableType n -> {
                NullableColumn.Builder nullable = (NullableColumn.Builder) builder;
                if (in.getByte() != 0) {
                    nullable.appendNull();
                } else {
                    nullable.appendNotNull();
                    readNested(n.nested(), in, nullable.values());
                }
            }
            case DataType.StringType s -> {
                int size = in.getSizeOfLong(1 << 30);
                in.require(size);
                ((StringColumn.Builder) builder).append(in.array(), in.position(), Math.max(0, size - 1));
                in.seek(in.position() + size);
            }
            default -> Serialization.of(type, StateFormats.NONE).readRow(in, builder);
        }
    }
}
