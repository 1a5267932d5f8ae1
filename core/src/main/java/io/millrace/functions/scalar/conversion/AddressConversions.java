package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.conversion.Conversions.Simple;
import io.millrace.functions.scalar.kernel.Widening;

/** UUIDs and IP addresses from other types than text. */
final class AddressConversions {
    private AddressConversions() {}

    static Conversion toUuid(DataType from) {
        if (from.equals(Types.UINT128)) {
            Simple swapped = AddressConversions::swapWords;
            return swapped;
        }
        throw new DbException(
                ErrorCode.NOT_IMPLEMENTED,
                "Conversion between numeric types and UUID is not supported. Probably the passed UUID is unquoted");
    }

    /** A UInt128 has its low word first, a UUID the word of its first characters. */
    static Column swapWords(Column values, int rows) {
        long[] source = ((WideColumn) values).words();
        long[] result = new long[rows * 2];
        for (int i = 0; i < rows; i++) {
            result[2 * i] = source[2 * i + 1];
            result[2 * i + 1] = source[2 * i];
        }
        return new WideColumn(result, 2, rows);
    }

    static Conversion toIpv4(DataType from) {
        if (from instanceof IntegerType i && i.bits() <= 64) {
            Simple simple = (values, rows) ->
                    new io.millrace.data.column.IntColumn(Widening.ints(values, i.signed(), rows), rows);
            return simple;
        }
        if (from instanceof DataType.Ipv6Type) {
            return (values, rows, failures) -> fromIpv6((FixedColumn) values, rows, failures);
        }
        throw Conversions.unsupportedError(from, new DataType.Ipv4Type());
    }

    private static Column fromIpv6(FixedColumn values, int rows, Failures failures) {
        int[] result = new int[rows];
        byte[] bytes = values.bytes();
        for (int i = 0; i < rows; i++) {
            int at = i * 16;
            boolean mapped = bytes[at + 10] == -1 && bytes[at + 11] == -1;
            for (int b = 0; b < 10; b++) {
                mapped &= bytes[at + b] == 0;
            }
            if (!mapped) {
                failures.fail(
                        i,
                        rows,
                        new DbException(ErrorCode.CANNOT_CONVERT_TYPE, "IPv6 in column is not in IPv4 mapping block"));
            } else {
                for (int b = 12; b < 16; b++) {
                    result[i] = result[i] << 8 | bytes[at + b] & 0xFF;
                }
            }
        }
        return new io.millrace.data.column.IntColumn(result, rows);
    }

    static Conversion toIpv6(DataType from) {
        if (from instanceof DataType.Ipv4Type) {
            Simple simple = AddressConversions::fromIpv4;
            return simple;
        }
        throw Conversions.unsupportedError(from, new DataType.Ipv6Type());
    }

    private static Column fromIpv4(Column values, int rows) {
        int[] source = Widening.ints(values, false, rows);
        byte[] result = new byte[rows * 16 + StringColumn.PADDING];
        for (int i = 0; i < rows; i++) {
            result[i * 16 + 10] = -1;
            result[i * 16 + 11] = -1;
            for (int b = 0; b < 4; b++) {
                result[i * 16 + 12 + b] = (byte) (source[i] >>> (24 - 8 * b));
            }
        }
        return new FixedColumn(result, 16, rows);
    }
}
