package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import java.util.List;
import java.util.Optional;

/**
 * Result types of arithmetic on two numbers, as ClickHouse has them. Stateless.
 *
 * <p>Arguments are bare types (no Nullable, no LowCardinality). The answer is empty when ClickHouse knows no such operation; a decimal whose
 * scale does not fit is error 69.
 */
public final class NumberPromotion {
    private NumberPromotion() {}

    /** {@code a + b}; also gcd and lcm of integers. */
    public static Optional<DataType> plus(DataType a, DataType b) {
        if (isDecimal(a) || isDecimal(b)) {
            return decimal(a, b, Math.max(scale(a), scale(b)));
        }
        if (a instanceof FloatType || b instanceof FloatType) {
            return floating(a, b);
        }
        return integers(a, b, (x, y) -> wider(Math.max(x.bits(), y.bits()), x.signed() || y.signed()));
    }

    /** {@code a - b}: always signed. */
    public static Optional<DataType> minus(DataType a, DataType b) {
        return plus(a, b).map(type -> type instanceof IntegerType i ? new IntegerType(i.bits(), true) : type);
    }

    /** {@code a * b}: scales of decimals add up. */
    public static Optional<DataType> multiply(DataType a, DataType b) {
        return isDecimal(a) && isDecimal(b) ? decimal(a, b, scale(a) + scale(b)) : plus(a, b);
    }

    /** {@code a / b}: Float64, or a decimal with the scale of the decimal dividend. */
    public static Optional<DataType> divide(DataType a, DataType b) {
        if (isDecimal(a) || isDecimal(b)) {
            return decimalQuotient(a, b);
        }
        return isPlainNumber(a) && isPlainNumber(b) ? Optional.of(Types.FLOAT64) : Optional.empty();
    }

    /** {@code intDiv(a, b)}: as wide as the dividend. */
    public static Optional<DataType> intDiv(DataType a, DataType b) {
        if (isDecimal(a) && isDecimal(b)) {
            checkScales(a, b);
        }
        boolean signed = !isUnsigned(a) || !isUnsigned(b);
        return bits(b).flatMap(ignored -> bits(a)).map(width -> new IntegerType(width, signed));
    }

    /** {@code a % b}: as wide as the divisor, one step wider when the dividend has a sign. */
    public static Optional<DataType> modulo(DataType a, DataType b) {
        if (isDecimal(a) || isDecimal(b)) {
            return decimalQuotient(a, b);
        }
        if (a instanceof FloatType || b instanceof FloatType) {
            return isPlainNumber(a) && isPlainNumber(b) ? Optional.of(Types.FLOAT64) : Optional.empty();
        }
        return integers(a, b, (x, y) -> x.signed() ? wider(y.bits(), true) : new IntegerType(y.bits(), false));
    }

    /** {@code positiveModulo(a, b)}: without sign, as wide as the divisor. */
    public static Optional<DataType> positiveModulo(DataType a, DataType b) {
        if (isDecimal(a) || isDecimal(b) || a instanceof FloatType || b instanceof FloatType) {
            return modulo(a, b);
        }
        return integers(a, b, (x, y) -> new IntegerType(y.bits(), false));
    }

    /** {@code bitAnd}, {@code bitOr}, {@code bitXor}. */
    public static Optional<DataType> bitwise(DataType a, DataType b) {
        return integers(a, b, (x, y) -> new IntegerType(Math.max(x.bits(), y.bits()), x.signed() || y.signed()));
    }

    /** {@code bitShiftLeft(a, b)}, {@code bitShiftRight(a, b)}. */
    public static Optional<DataType> bitShift(DataType a, DataType b) {
        return b instanceof IntegerType i && i.bits() > 64 ? Optional.empty() : bitwise(a, b);
    }

    /** {@code bitNot(a)}. */
    public static Optional<DataType> bitNot(DataType a) {
        return switch (a) {
            case BoolType bool -> Optional.of(Types.UINT8);
            case IntegerType i -> Optional.of(i);
            case FloatType f -> Optional.of(new IntegerType(f.bits(), true));
            default -> Optional.empty();
        };
    }

    /** {@code -a}. */
    public static Optional<DataType> negate(DataType a) {
        return switch (a) {
            case BoolType bool -> Optional.of(Types.INT16);
            case IntegerType i -> Optional.of(i.signed() ? i : wider(i.bits(), true));
            case FloatType f -> Optional.of(f);
            case DecimalType d -> Optional.of(d);
            default -> Optional.empty();
        };
    }

    /** {@code abs(a)}. */
    public static Optional<DataType> abs(DataType a) {
        return switch (a) {
            case BoolType bool -> Optional.of(Types.UINT8);
            case IntegerType i -> Optional.of(new IntegerType(i.bits(), false));
            case FloatType f -> Optional.of(f);
            case DecimalType d -> Optional.of(d);
            default -> Optional.empty();
        };
    }

    /** {@code least(a, b)}, {@code greatest(a, b)} of numbers: a type that holds both, but Int64 for UInt64 with Int64. */
    public static Optional<DataType> extreme(DataType a, DataType b) {
        if (isDecimal(a) || isDecimal(b)) {
            return plus(a, b);
        }
        if (a instanceof FloatType || b instanceof FloatType) {
            return Supertype.ofNumbers(List.of(a, b));
        }
        return asInteger(a).flatMap(x -> asInteger(b).flatMap(y -> holdingBoth(x, y)));
    }

    private static Optional<DataType> holdingBoth(IntegerType x, IntegerType y) {
        int widest = Math.max(x.bits(), y.bits());
        if (x.signed() == y.signed()) {
            return Optional.of(new IntegerType(widest, x.signed()));
        }
        int unsigned = x.signed() ? y.bits() : x.bits();
        int signed = x.signed() ? x.bits() : y.bits();
        if (unsigned < signed || unsigned == 64 && signed == 64) {
            return Optional.of(new IntegerType(signed, true));
        }
        return unsigned == 256 ? Optional.empty() : Optional.of(new IntegerType(unsigned * 2, true));
    }

    /** The next wider integer; 64 bits and more stay. */
    private static IntegerType wider(int bits, boolean signed) {
        return new IntegerType(bits < 64 ? bits * 2 : bits, signed);
    }

    private interface IntegerRule {
        IntegerType apply(IntegerType a, IntegerType b);
    }

    private static Optional<DataType> integers(DataType a, DataType b, IntegerRule rule) {
        return asInteger(a).flatMap(x -> asInteger(b).map(y -> rule.apply(x, y)));
    }

    private static Optional<IntegerType> asInteger(DataType type) {
        return switch (type) {
            case IntegerType i -> Optional.of(i);
            case BoolType b -> Optional.of(Types.UINT8);
            default -> Optional.empty();
        };
    }

    /** Float64, but not for integers above 64 bits. */
    private static Optional<DataType> floating(DataType a, DataType b) {
        boolean known = isPlainNumber(a) && isPlainNumber(b) && !isWide(a) && !isWide(b);
        return known ? Optional.of(Types.FLOAT64) : Optional.empty();
    }

    private static boolean isWide(DataType type) {
        return type instanceof IntegerType i && i.bits() > 64;
    }

    private static boolean isPlainNumber(DataType type) {
        return type instanceof FloatType || asInteger(type).isPresent();
    }

    private static boolean isDecimal(DataType type) {
        return type instanceof DecimalType;
    }

    private static int scale(DataType type) {
        return type instanceof DecimalType d ? d.scale() : 0;
    }

    private static boolean isUnsigned(DataType type) {
        return asInteger(type).filter(i -> !i.signed()).isPresent();
    }

    private static Optional<Integer> bits(DataType type) {
        return switch (type) {
            case FloatType f -> Optional.of(f.bits());
            case DecimalType d -> Optional.of(d.bits());
            default -> asInteger(type).map(IntegerType::bits);
        };
    }

    private static Optional<DataType> decimal(DataType a, DataType b, int scale) {
        if (a instanceof DecimalType x && b instanceof DecimalType y) {
            int precision = maxPrecision(Math.max(x.bits(), y.bits()));
            if (scale > precision) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND,
                        "Scale " + scale + " is out of bounds (max scale: " + precision + ")");
            }
            return Optional.of(new DecimalType(precision, scale));
        }
        DataType other = isDecimal(a) ? b : a;
        if (other instanceof FloatType) {
            return Optional.of(Types.FLOAT64);
        }
        return asInteger(other).map(ignored -> isDecimal(a) ? a : b);
    }

    private static Optional<DataType> decimalQuotient(DataType a, DataType b) {
        if (isDecimal(a) && isDecimal(b)) {
            checkScales(a, b);
            return decimal(a, b, scale(a));
        }
        return decimal(a, b, 0);
    }

    private static void checkScales(DataType dividend, DataType divisor) {
        if (scale(dividend) < scale(divisor)) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Decimal result's scale is less than argument's one");
        }
    }

    /** The most digits that fit a decimal of 32, 64, 128 or 256 bits. */
    static int maxPrecision(int bits) {
        return switch (bits) {
            case 32 -> 9;
            case 64 -> 18;
            case 128 -> 38;
            default -> 76;
        };
    }
}
