package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BindContext;

/** Chooses the conversion between two bare types (no Nullable, no LowCardinality). */
final class Conversions {
    private Conversions() {}

    static Conversion of(DataType from, DataType to, CastMode mode, BindContext context) {
        if (from.equals(to)) {
            return (values, rows, failures) -> values;
        }
        TimeZone zone = TimeZone.of(context.zone().getId());
        if (Types.isStringLike(from) && !Types.isStringLike(to)) {
            return fromText(to, zone, context);
        }
        return switch (to) {
            case IntegerType t -> toNumber(from, t, mode);
            case DataType.BoolType t -> NumberConversions.toBool(numeric(from, to));
            case FloatType t -> NumberConversions.toFloat(numeric(from, to), t, mode);
            case DecimalType t -> DecimalConversions.of(numeric(from, to), t);
            case IntervalType t -> NumberConversions.toInteger(numeric(from, to), Types.INT64, mode);
            case DataType.StringType t -> new ToText(from, TextOptions.defaults(zone));
            case DataType.FixedStringType t -> toFixed(from, t);
            case DataType.DateType t -> DateConversions.of(from, t, zone);
            case DataType.Date32Type t -> DateConversions.of(from, t, zone);
            case DataType.DateTimeType t -> DateConversions.of(from, t, zone);
            case DataType.DateTime64Type t -> DateConversions.of(from, t, zone);
            case EnumType t -> EnumConversions.of(from, t);
            case DataType.UuidType t -> AddressConversions.toUuid(from);
            case DataType.Ipv4Type t -> AddressConversions.toIpv4(from);
            case DataType.Ipv6Type t -> AddressConversions.toIpv6(from);
            case ArrayType t -> ContainerConversions.toArray(from, t, mode, context);
            case TupleType t -> ContainerConversions.toTuple(from, t, mode, context);
            case MapType t -> ContainerConversions.toMap(from, t, mode, context);
            case DataType.SimpleAggregateType t -> of(from, t.nested(), mode, context);
            case DataType.NullableType t -> throw unsupportedError(from, to);
            case DataType.LowCardinalityType t -> throw unsupportedError(from, to);
            case DataType.AggregateStateType t -> throw unsupportedError(from, to);
            case DataType.NothingType t -> throw unsupportedError(from, to);
        };
    }

    private static Conversion toNumber(DataType from, IntegerType to, CastMode mode) {
        if (from instanceof ArrayType || from instanceof TupleType || from instanceof MapType) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + from.name() + " of argument of function to" + to.name());
        }
        return NumberConversions.toInteger(numeric(from, to), to, mode);
    }

    private static Conversion fromText(DataType to, TimeZone zone, BindContext context) {
        return switch (to) {
            case EnumType t -> EnumConversions.fromText(t);
            case MapType t ->
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "Unsupported types to CAST AS Map. Left type: String, right type: " + to.name());
            case ArrayType t -> ContainerText.of(to, zone);
            case TupleType t -> ContainerText.of(to, zone);
            case DataType.SimpleAggregateType t -> fromText(t.nested(), zone, context);
            default -> TextConversions.of(to, zone);
        };
    }

    private static Conversion toFixed(DataType from, DataType.FixedStringType to) {
        if (from instanceof DataType.Ipv6Type && to.length() == 16) {
            return (values, rows, failures) -> values;
        }
        if (!Types.isStringLike(from)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "CAST AS FixedString is only implemented for types String and FixedString");
        }
        return new ToFixedText(to.length());
    }

    /** Whether values are numbers in memory that can be converted as such. */
    static boolean isNumeric(DataType type) {
        return Types.isNumber(type)
                || Types.isDateOrTime(type)
                || type instanceof EnumType
                || type instanceof IntervalType
                || type instanceof DataType.Ipv4Type;
    }

    /** The type itself if its values are numbers, else the error. */
    private static DataType numeric(DataType from, DataType to) {
        if (!isNumeric(from)) {
            throw unsupportedError(from, to);
        }
        return from;
    }

    static DbException unsupportedError(DataType from, DataType to) {
        return new DbException(
                ErrorCode.CANNOT_CONVERT_TYPE,
                "Conversion from " + from.name() + " to " + to.name() + " is not supported");
    }

    /** The values of a plain column, converted by a loop that cannot fail. */
    interface Simple extends Conversion {
        Column convert(Column values, int rows);

        @Override
        default Column convert(Column values, int rows, Failures failures) {
            return convert(values, rows);
        }
    }
}
