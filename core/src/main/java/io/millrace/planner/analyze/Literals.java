package io.millrace.planner.analyze;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression.Constant;
import io.millrace.sql.ast.LiteralValue;
import java.math.BigInteger;

/** Types and values of simple literals, as ClickHouse chooses them: the smallest integer type that fits, Float64, String, Bool. */
final class Literals {
    private Literals() {}

    /** A literal that is no array, tuple or map. */
    static Constant constant(LiteralValue literal) {
        return switch (literal) {
            case LiteralValue.NullValue n -> nullConstant();
            case LiteralValue.BoolValue b ->
                new Constant(Types.BOOL, new ByteColumn(new byte[] {(byte) (b.value() ? 1 : 0)}, 1));
            case LiteralValue.IntegerValue i -> integer(i.value());
            case LiteralValue.FloatValue f ->
                new Constant(Types.FLOAT64, new DoubleColumn(new double[] {f.value()}, 1));
            case LiteralValue.StringValue s -> string(s.bytes());
            case LiteralValue.ArrayValue a -> throw new IllegalArgumentException("not a simple literal");
            case LiteralValue.TupleValue t -> throw new IllegalArgumentException("not a simple literal");
            case LiteralValue.MapValue m -> throw new IllegalArgumentException("not a simple literal");
        };
    }

    static Constant nullConstant() {
        return new Constant(Types.NULL, new NullableColumn(new byte[] {1}, new ByteColumn(new byte[1], 1)));
    }

    static Constant string(byte[] bytes) {
        StringColumn.Builder builder = new StringColumn.Builder(1, bytes.length);
        builder.append(bytes);
        return new Constant(Types.STRING, builder.build());
    }

    static Constant uint8(int value) {
        return new Constant(Types.UINT8, new ByteColumn(new byte[] {(byte) value}, 1));
    }

    static Constant integer(BigInteger value) {
        DataType type = integerType(value);
        Column column = switch (type.layout()) {
            case BYTE -> new ByteColumn(new byte[] {value.byteValue()}, 1);
            case SHORT -> new ShortColumn(new short[] {value.shortValue()}, 1);
            case INT -> new IntColumn(new int[] {value.intValue()}, 1);
            default -> new LongColumn(new long[] {value.longValue()}, 1);
        };
        return new Constant(type, column);
    }

    private static DataType integerType(BigInteger value) {
        if (value.signum() < 0) {
            int bits = value.bitLength() + 1;
            return bits <= 8 ? Types.INT8 : bits <= 16 ? Types.INT16 : bits <= 32 ? Types.INT32 : Types.INT64;
        }
        int bits = value.bitLength();
        return bits <= 8 ? Types.UINT8 : bits <= 16 ? Types.UINT16 : bits <= 32 ? Types.UINT32 : Types.UINT64;
    }

    /** A constant of a type's default value. */
    static Constant defaultOf(DataType type) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        return new Constant(type, builder.build());
    }
}
