package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.Date32Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DateType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.NothingType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.SimpleAggregateType;
import io.millrace.data.type.DataType.StringType;
import io.millrace.data.type.DataType.UuidType;
import java.util.Optional;

/** The types that need no parameters, and questions that are asked of types everywhere. */
public final class Types {
    public static final IntegerType UINT8 = new IntegerType(8, false);
    public static final IntegerType UINT16 = new IntegerType(16, false);
    public static final IntegerType UINT32 = new IntegerType(32, false);
    public static final IntegerType UINT64 = new IntegerType(64, false);
    public static final IntegerType UINT128 = new IntegerType(128, false);
    public static final IntegerType UINT256 = new IntegerType(256, false);
    public static final IntegerType INT8 = new IntegerType(8, true);
    public static final IntegerType INT16 = new IntegerType(16, true);
    public static final IntegerType INT32 = new IntegerType(32, true);
    public static final IntegerType INT64 = new IntegerType(64, true);
    public static final IntegerType INT128 = new IntegerType(128, true);
    public static final IntegerType INT256 = new IntegerType(256, true);
    public static final FloatType FLOAT32 = new FloatType(32);
    public static final FloatType FLOAT64 = new FloatType(64);
    public static final BoolType BOOL = new BoolType();
    public static final StringType STRING = new StringType();
    public static final DateType DATE = new DateType();
    public static final Date32Type DATE32 = new Date32Type();
    public static final DateTimeType DATETIME = new DateTimeType(Optional.empty());
    public static final UuidType UUID = new UuidType();
    public static final NothingType NOTHING = new NothingType();
    /** The type of the literal NULL. */
    public static final NullableType NULL = new NullableType(NOTHING);

    private Types() {}

    public static DataType nullable(DataType type) {
        return type.isNullable() || !canBeInNullable(type) ? type : new NullableType(type);
    }

    /** LowCardinality(T); ILLEGAL_TYPE_OF_ARGUMENT for types whose values a dictionary cannot hold. */
    public static LowCardinalityType lowCardinality(DataType nested) {
        boolean allowed = switch (withoutNullable(nested)) {
            case IntegerType i -> true;
            case FloatType f -> true;
            case BoolType b -> true;
            case StringType s -> true;
            case DataType.FixedStringType f -> true;
            case DateType d -> true;
            case Date32Type d -> true;
            case DateTimeType d -> true;
            case UuidType u -> true;
            case DataType.Ipv4Type i -> true;
            case DataType.Ipv6Type i -> true;
            case DataType.IntervalType i -> true;
            default -> false;
        };
        if (!allowed) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "DataTypeLowCardinality is supported only for numbers, strings, Date or DateTime, but got "
                            + nested.name());
        }
        return new LowCardinalityType(nested);
    }

    public static ArrayType array(DataType element) {
        return new ArrayType(element);
    }

    /** T of Nullable(T); other types as they are. Looks through LowCardinality: LowCardinality(Nullable(T)) gives LowCardinality(T). */
    public static DataType withoutNullable(DataType type) {
        return switch (type) {
            case NullableType n -> n.nested();
            case LowCardinalityType l -> new LowCardinalityType(withoutNullable(l.nested()));
            default -> type;
        };
    }

    /** T of LowCardinality(T); other types as they are. */
    public static DataType withoutLowCardinality(DataType type) {
        return type instanceof LowCardinalityType l ? l.nested() : type;
    }

    /** T of SimpleAggregateFunction(f, T); other types as they are. */
    public static DataType withoutSimpleAggregate(DataType type) {
        return type instanceof SimpleAggregateType s ? s.nested() : type;
    }

    /** The bare type under LowCardinality, SimpleAggregateFunction and Nullable. */
    public static DataType bare(DataType type) {
        return withoutNullable(withoutLowCardinality(withoutSimpleAggregate(type)));
    }

    public static boolean canBeInNullable(DataType type) {
        return switch (type) {
            case ArrayType a -> false;
            case DataType.MapType m -> false;
            case DataType.AggregateStateType a -> false;
            case LowCardinalityType l -> false;
            case DataType.TupleType t -> false;
            default -> true;
        };
    }

    /** Integers, floats, decimals: what arithmetic takes. */
    public static boolean isNumber(DataType type) {
        return type instanceof IntegerType
                || type instanceof FloatType
                || type instanceof DataType.DecimalType
                || type instanceof BoolType;
    }

    public static boolean isDateOrTime(DataType type) {
        return type instanceof DataType.DateType
                || type instanceof Date32Type
                || type instanceof DateTimeType
                || type instanceof DataType.DateTime64Type;
    }

    public static boolean isStringLike(DataType type) {
        return type instanceof StringType || type instanceof DataType.FixedStringType;
    }
}
