package io.millrace.functions.scalar.kernel;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import java.math.BigInteger;
import java.util.Arrays;

/** Questions about types whose values are numbers in memory, single values, and powers of ten. */
public final class Numbers {
    private static final BigInteger[] POWERS = new BigInteger[78];

    static {
        Arrays.setAll(POWERS, BigInteger.TEN::pow);
    }

    private Numbers() {}

    /** Whether the integers in memory have a sign: false for UInt, Bool, Date, DateTime, IPv4. */
    public static boolean isSigned(DataType type) {
        return switch (type) {
            case DataType.IntegerType i -> i.signed();
            case DataType.BoolType b -> false;
            case DataType.DateType d -> false;
            case DataType.DateTimeType d -> false;
            case DataType.Ipv4Type i -> false;
            case DataType.NothingType n -> false;
            default -> true;
        };
    }

    /** Width of the number in memory. */
    public static int bits(DataType type) {
        return switch (type) {
            case DataType.IntegerType i -> i.bits();
            case DataType.DecimalType d -> d.bits();
            default ->
                switch (type.layout()) {
                    case BYTE -> 8;
                    case SHORT -> 16;
                    case INT, FLOAT -> 32;
                    case LONG, DOUBLE -> 64;
                    default -> throw DbException.bug("No number in " + type.name());
                };
        };
    }

    /** Whether values are integers of up to 64 bits in memory. */
    public static boolean fitsLong(DataType type) {
        Layout layout = type.layout();
        return layout == Layout.BYTE || layout == Layout.SHORT || layout == Layout.INT || layout == Layout.LONG;
    }

    /** One integer of up to 64 bits. */
    public static long longAt(Column column, int row, boolean signed) {
        return switch (column) {
            case ConstColumn c -> longAt(c.value(), 0, signed);
            case LongColumn c -> c.values()[row];
            case IntColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFF_FFFFL;
            case ShortColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFFL;
            case ByteColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFL;
            case WideColumn c -> c.words()[row * c.wordsPerValue()];
            default ->
                throw DbException.bug("No integer in a " + column.getClass().getSimpleName());
        };
    }

    /** One integer of any width, exactly. */
    public static BigInteger bigAt(Column column, int row, DataType type) {
        boolean signed = isSigned(type);
        return switch (column) {
            case ConstColumn c -> bigAt(c.value(), 0, type);
            case WideColumn c -> signed ? c.signed(row) : c.unsigned(row);
            case LongColumn c when !signed -> unsigned(c.values()[row]);
            default -> BigInteger.valueOf(longAt(column, row, signed));
        };
    }

    public static double doubleAt(Column column, int row, DataType type) {
        return Widening.doubles(column instanceof ConstColumn c ? c.value() : column.slice(row, row + 1), type, 1)[0];
    }

    public static BigInteger unsigned(long value) {
        BigInteger big = BigInteger.valueOf(value);
        return value < 0 ? big.add(BigInteger.ONE.shiftLeft(64)) : big;
    }

    /** The nearest double of a number without sign. */
    static double unsignedToDouble(long value) {
        if (value >= 0) {
            return value;
        }
        return (double) (value >>> 1 | value & 1) * 2.0;
    }

    public static BigInteger power(int exponent) {
        return POWERS[exponent];
    }

    /** 10^exponent, exponent up to 18. */
    public static long longPower(int exponent) {
        return POWERS[exponent].longValueExact();
    }

    public static double doublePower(int exponent) {
        return POWERS[exponent].doubleValue();
    }

    /** The smallest value of an integer type. */
    public static BigInteger min(DataType type) {
        return isSigned(type) ? BigInteger.ONE.shiftLeft(bits(type) - 1).negate() : BigInteger.ZERO;
    }

    /** The greatest value of an integer type. */
    public static BigInteger max(DataType type) {
        return BigInteger.ONE.shiftLeft(bits(type) - (isSigned(type) ? 1 : 0)).subtract(BigInteger.ONE);
    }
}
