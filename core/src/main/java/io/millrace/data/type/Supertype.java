package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.NothingType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.TupleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The smallest type that holds the values of several types: ClickHouse's getLeastSupertype without Variant. Used by array literals, if,
 * multiIf, coalesce, UNION and joins. Stateless.
 */
public final class Supertype {
    private Supertype() {}

    /** The common type of some types, empty when there is none (error 386, NO_COMMON_TYPE, for the caller to throw). */
    public static Optional<DataType> least(List<DataType> types) {
        Outcome outcome = of(types);
        return outcome.type();
    }

    /** The common type of some types, or NO_COMMON_TYPE with ClickHouse's explanation. */
    public static DataType leastOrThrow(List<DataType> types) {
        Outcome outcome = of(types);
        return outcome.type()
                .orElseThrow(() -> new DbException(
                        ErrorCode.NO_COMMON_TYPE,
                        "There is no supertype for types "
                                + types.stream().map(DataType::name).collect(Collectors.joining(", ")) + " because "
                                + outcome.reason()));
    }

    /** The common type of branches of if, multiIf, coalesce and UNION ALL with different types: never LowCardinality. */
    public static DataType ofBranches(List<DataType> types) {
        return leastOrThrow(types.stream().map(Types::withoutLowCardinality).toList());
    }

    /** For numbers only: the smallest number type that holds all of them exactly. */
    static Optional<DataType> ofNumbers(List<DataType> numbers) {
        return numbers(numbers).type();
    }

    private record Outcome(Optional<DataType> type, String reason) {
        static Outcome is(DataType type) {
            return new Outcome(Optional.of(type), "");
        }

        static Outcome none(String reason) {
            return new Outcome(Optional.empty(), reason);
        }

        static Outcome mixed(String kind) {
            return none("some of them are " + kind + " and some of them are not");
        }

        Outcome map(UnaryOperator<DataType> change) {
            return new Outcome(type.map(change), reason);
        }
    }

    private static Outcome of(List<DataType> all) {
        if (all.isEmpty()) {
            return Outcome.is(Types.NOTHING);
        }
        DataType first = all.getFirst();
        if (all.stream().allMatch(type -> same(first, type))) {
            return Outcome.is(first);
        }
        List<DataType> types =
                all.stream().filter(type -> !(type instanceof NothingType)).toList();
        if (types.size() < all.size()) {
            return of(types);
        }
        if (any(types, t -> t instanceof DataType.SimpleAggregateType)) {
            return of(types.stream().map(Types::withoutSimpleAggregate).toList());
        }
        if (any(types, t -> t instanceof LowCardinalityType)) {
            boolean keep = types.stream().allMatch(t -> t instanceof LowCardinalityType);
            Outcome nested = of(types.stream().map(Types::withoutLowCardinality).toList());
            return keep ? nested.map(LowCardinalityType::new) : nested;
        }
        if (any(types, t -> t instanceof NullableType)) {
            return nullable(types);
        }
        return ofBare(types);
    }

    /** ClickHouse compares Bool with UInt8 and decimals of one width and scale as equal, and the first wins. */
    private static boolean same(DataType a, DataType b) {
        if (a.equals(b)) {
            return true;
        }
        return switch (a) {
            case BoolType bool -> b.equals(Types.UINT8);
            case IntegerType i -> b instanceof BoolType && a.equals(Types.UINT8);
            case DecimalType d -> b instanceof DecimalType e && d.bits() == e.bits() && d.scale() == e.scale();
            case DateTimeType d -> b instanceof DateTimeType;
            case DateTime64Type d -> b instanceof DateTime64Type e && d.precision() == e.precision();
            default -> false;
        };
    }

    private static boolean any(List<DataType> types, Predicate<DataType> kind) {
        return types.stream().anyMatch(kind);
    }

    private static Outcome nullable(List<DataType> types) {
        List<DataType> nested = types.stream()
                .map(Types::withoutNullable)
                .filter(type -> !(type instanceof NothingType))
                .toList();
        Outcome outcome = of(nested);
        if (outcome.type().isEmpty()) {
            return outcome;
        }
        DataType type = outcome.type().get();
        if (!Types.canBeInNullable(type) && !(type instanceof TupleType)) {
            return Outcome.none("Nested type " + type.name() + " cannot be inside Nullable type");
        }
        return Outcome.is(new NullableType(type));
    }

    private static Outcome ofBare(List<DataType> types) {
        if (any(types, t -> t instanceof ArrayType)) {
            return arrays(types);
        }
        if (any(types, t -> t instanceof TupleType)) {
            return tuples(types);
        }
        if (any(types, t -> t instanceof MapType)) {
            return maps(types);
        }
        if (any(types, Types::isStringLike)) {
            boolean textual = types.stream().allMatch(t -> Types.isStringLike(t) || t instanceof EnumType);
            return textual ? Outcome.is(Types.STRING) : Outcome.mixed("String/FixedString/Enum");
        }
        if (any(types, Types::isDateOrTime)) {
            return types.stream().allMatch(Types::isDateOrTime)
                    ? dates(types)
                    : Outcome.mixed("Date/Date32/DateTime/DateTime64/Time/Time64");
        }
        if (any(types, t -> t instanceof IntervalType)) {
            return intervals(types);
        }
        if (types.stream()
                .allMatch(t -> Types.isNumber(t) || t instanceof EnumType || t instanceof DataType.Ipv4Type)) {
            return numbers(types);
        }
        return any(types, Types::isNumber) ? Outcome.mixed("numbers") : Outcome.none("they have no values in common");
    }

    private static Outcome arrays(List<DataType> types) {
        List<DataType> elements = new ArrayList<>();
        for (DataType type : types) {
            if (!(type instanceof ArrayType array)) {
                return Outcome.mixed("Array");
            }
            elements.add(array.element());
        }
        return of(elements).map(ArrayType::new);
    }

    private static Outcome maps(List<DataType> types) {
        List<DataType> keys = new ArrayList<>();
        List<DataType> values = new ArrayList<>();
        for (DataType type : types) {
            if (!(type instanceof MapType map)) {
                return Outcome.mixed("Maps");
            }
            keys.add(map.key());
            values.add(map.value());
        }
        Outcome key = of(keys);
        return key.type().isEmpty()
                ? key
                : of(values).map(value -> new MapType(key.type().get(), value));
    }

    private static Outcome tuples(List<DataType> types) {
        if (!(types.getFirst() instanceof TupleType first)) {
            return Outcome.mixed("Tuple");
        }
        boolean namesAgree = true;
        for (DataType type : types) {
            if (!(type instanceof TupleType tuple)) {
                return Outcome.mixed("Tuple");
            }
            if (tuple.elements().size() != first.elements().size()) {
                return Outcome.none("Tuples have different sizes");
            }
            namesAgree &= tuple.names().equals(first.names());
        }
        List<DataType> elements = new ArrayList<>();
        for (int i = 0; i < first.elements().size(); i++) {
            int index = i;
            Outcome element = of(types.stream()
                    .map(t -> ((TupleType) t).elements().get(index))
                    .toList());
            if (element.type().isEmpty()) {
                return element;
            }
            elements.add(element.type().get());
        }
        return Outcome.is(new TupleType(List.copyOf(elements), namesAgree ? first.names() : List.of()));
    }

    private static Outcome dates(List<DataType> types) {
        Optional<DateTime64Type> finest = Optional.empty();
        Optional<DataType> dateTime = Optional.empty();
        boolean date32 = false;
        for (DataType type : types) {
            date32 |= type instanceof DataType.Date32Type;
            if (type instanceof DateTimeType && dateTime.isEmpty()) {
                dateTime = Optional.of(type);
            }
            if (type instanceof DateTime64Type d
                    && (finest.isEmpty() || finest.get().precision() < d.precision())) {
                finest = Optional.of(d);
            }
        }
        if (finest.isPresent()) {
            return Outcome.is(finest.get());
        }
        if (dateTime.isPresent()) {
            return Outcome.is(date32 ? new DateTime64Type(0, Optional.empty()) : dateTime.get());
        }
        return Outcome.is(date32 ? Types.DATE32 : Types.DATE);
    }

    private static Outcome intervals(List<DataType> types) {
        IntervalUnit smallest = IntervalUnit.YEAR;
        for (DataType type : types) {
            if (!(type instanceof IntervalType interval)) {
                return Outcome.mixed("Interval");
            }
            smallest = interval.unit().compareTo(smallest) < 0 ? interval.unit() : smallest;
        }
        return Outcome.is(new IntervalType(smallest));
    }

    private static Outcome numbers(List<DataType> types) {
        int signed = 0;
        int unsigned = 0;
        int floating = 0;
        boolean decimals = false;
        for (DataType type : types) {
            switch (type) {
                case IntegerType i when i.signed() -> signed = Math.max(signed, i.bits());
                case IntegerType i -> unsigned = Math.max(unsigned, i.bits());
                case BoolType b -> unsigned = Math.max(unsigned, 8);
                case EnumType e -> signed = Math.max(signed, e.bits());
                case DataType.Ipv4Type i -> unsigned = Math.max(unsigned, 32);
                case FloatType f -> floating = Math.max(floating, f.bits());
                default -> decimals = true;
            }
        }
        if (decimals) {
            boolean onlyNumbers = types.stream().allMatch(Types::isNumber);
            return !onlyNumbers || floating > 0 || Math.max(signed, unsigned) > 64
                    ? Outcome.none("some of them have no lossless conversion to Decimal")
                    : decimals(types);
        }
        int width = Math.max(signed, unsigned);
        if (signed > 0 && unsigned >= signed) {
            if (floating == 0 && (unsigned == 64 || unsigned == 256)) {
                return Outcome.none(
                        "some of them are signed integers and some are unsigned integers, but there is no signed"
                                + " integer type, that can exactly represent all required unsigned integer values");
            }
            width = unsigned * 2;
        }
        if (floating > 0) {
            return floats(floating, width);
        }
        return Outcome.is(new IntegerType(width, signed > 0));
    }

    private static Outcome floats(int floating, int integerWidth) {
        if (integerWidth > 32) {
            return Outcome.none(
                    "some of them are integers and some are floating point, but there is no floating point type,"
                            + " that can exactly represent all required integers");
        }
        return Outcome.is(floating == 64 || integerWidth > 16 ? Types.FLOAT64 : Types.FLOAT32);
    }

    private static Outcome decimals(List<DataType> types) {
        int scale = 0;
        int bits = 32;
        int wholeDigits = 0;
        boolean onlyInt32 = true;
        boolean onlyInt64 = true;
        for (DataType type : types) {
            if (type instanceof DecimalType d) {
                scale = Math.max(scale, d.scale());
                bits = Math.max(bits, d.bits());
            } else {
                onlyInt32 &= type.equals(Types.INT32);
                onlyInt64 &= type.equals(Types.INT64);
                wholeDigits = Math.max(wholeDigits, digits(type));
            }
        }
        int precision = scale + wholeDigits;
        if (scale == 0 && wholeDigits > 0 && onlyInt32) {
            precision = 9;
        } else if (scale == 0 && wholeDigits > 0 && onlyInt64) {
            precision = 18;
        }
        if (precision > 76) {
            return Outcome.none("the least supertype is Decimal(" + precision + ", " + scale + ")");
        }
        int needed = new DecimalType(Math.max(1, precision), 0).bits();
        return Outcome.is(new DecimalType(NumberPromotion.maxPrecision(Math.max(bits, needed)), scale));
    }

    /** Decimal digits that hold every value of an integer type of at most 64 bits. */
    private static int digits(DataType type) {
        int bits = type instanceof IntegerType i ? i.bits() : 8;
        boolean unsigned64 = type.equals(Types.UINT64);
        return switch (bits) {
            case 8 -> 3;
            case 16 -> 5;
            case 32 -> 10;
            default -> unsigned64 ? 20 : 19;
        };
    }
}
