package io.millrace.net.pgwire;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/**
 * How a column or parameter appears to clients. Immutable.
 *
 * @param type the type, of the elements when {@code array}
 * @param array whether it is an array of them, of any number of dimensions
 * @param modifier PostgreSQL's typmod, -1 for none
 */
public record WireType(PgType type, boolean array, int modifier) {
    public static final WireType TEXT = of(PgType.TEXT);
    private static final int NUMERIC_HEADER = 4;

    public static WireType of(PgType type) {
        return new WireType(type, false, -1);
    }

    public int oid() {
        return array ? type.arrayOid() : type.oid();
    }

    public int length() {
        return array ? -1 : type.length();
    }

    /** The type under which PostgreSQL's clients see one of ours; whole numbers of 64 unsigned bits are numeric. */
    public static WireType of(DataType type) {
        return switch (type) {
            case DataType.NullableType n -> of(n.nested());
            case DataType.LowCardinalityType l -> of(l.nested());
            case DataType.SimpleAggregateType s -> of(s.nested());
            case DataType.BoolType b -> of(PgType.BOOL);
            case DataType.IntegerType i -> integer(i);
            case DataType.FloatType f -> of(f.bits() == 32 ? PgType.FLOAT4 : PgType.FLOAT8);
            case DataType.DecimalType d -> numeric(d.precision(), d.scale());
            case DataType.StringType s -> TEXT;
            case DataType.FixedStringType f -> TEXT;
            case DataType.EnumType e -> TEXT;
            case DataType.NothingType n -> TEXT;
            case DataType.UuidType u -> of(PgType.UUID);
            case DataType.DateType d -> of(PgType.DATE);
            case DataType.Date32Type d -> of(PgType.DATE);
            case DataType.DateTimeType d -> new WireType(PgType.TIMESTAMPTZ, false, 0);
            case DataType.DateTime64Type d -> new WireType(PgType.TIMESTAMPTZ, false, Math.min(d.precision(), 6));
            case DataType.Ipv4Type i -> of(PgType.INET);
            case DataType.Ipv6Type i -> of(PgType.INET);
            case DataType.IntervalType i -> of(PgType.INTERVAL);
            case DataType.ArrayType a -> array(a);
            case DataType.MapType m -> of(PgType.JSON);
            case DataType.TupleType t -> of(PgType.JSON);
            case DataType.AggregateStateType a -> of(PgType.BYTEA);
        };
    }

    private static WireType integer(DataType.IntegerType type) {
        return switch (type.bits()) {
            case 8 -> of(PgType.INT2);
            case 16 -> of(type.signed() ? PgType.INT2 : PgType.INT4);
            case 32 -> of(type.signed() ? PgType.INT4 : PgType.INT8);
            case 64 -> type.signed() ? of(PgType.INT8) : numeric(20, 0);
            case 128 -> numeric(39, 0);
            default -> numeric(78, 0);
        };
    }

    private static WireType numeric(int precision, int scale) {
        return new WireType(PgType.NUMERIC, false, (precision << 16 | scale) + NUMERIC_HEADER);
    }

    private static WireType array(DataType.ArrayType type) {
        DataType element = type.element();
        while (Types.bare(element) instanceof DataType.ArrayType inner) {
            element = inner.element();
        }
        WireType of = of(element);
        boolean opaque = of.type == PgType.JSON || of.type.arrayOid() == 0;
        return opaque ? of(PgType.JSON) : new WireType(of.type, true, of.modifier);
    }
}
