package io.millrace.functions.scalar.encoding;

import io.millrace.base.hash.LittleEndian;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.DataType.UuidType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextColumns;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Base of hex and bin: values of many types as digits of their bytes. */
abstract class Digits implements ScalarFunction {
    private static final byte[] SYMBOLS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final int bitsPerDigit;

    Digits(String name, int bitsPerDigit) {
        this.name = name;
        this.bitsPerDigit = bitsPerDigit;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        boolean container = type instanceof ArrayType
                || type instanceof MapType
                || type instanceof TupleType
                || type instanceof IntervalType;
        if (container) {
            throw Signature.illegalType(name, type);
        }
        return new Bound(this, type);
    }

    private void put(int b, ByteSink out) {
        for (int shift = 8 - bitsPerDigit; shift >= 0; shift -= bitsPerDigit) {
            out.putByte(SYMBOLS[b >> shift & (1 << bitsPerDigit) - 1]);
        }
    }

    private void putBytes(byte[] bytes, int from, int to, ByteSink out) {
        for (int i = from; i < to; i++) {
            put(bytes[i] & 0xFF, out);
        }
    }

    /** The bytes of an integer from the highest that is not zero. */
    private void putNumber(byte[] littleEndian, int length, ByteSink out) {
        int at = length - 1;
        while (at > 0 && littleEndian[at] == 0) {
            at--;
        }
        for (; at >= 0; at--) {
            put(littleEndian[at] & 0xFF, out);
        }
    }

    /** The digits of a type. */
    private record Bound(Digits digits, DataType from) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextColumns out = new TextColumns(rows, rows * 16L, context);
            byte[] scratch = new byte[32];
            Column column = Repeated.full(arguments[0]);
            for (int row = 0; row < rows; row++) {
                write(column, row, scratch, out.sink());
                out.endRow();
            }
            return out.build();
        }

        private void write(Column column, int row, byte[] scratch, ByteSink out) {
            switch (column) {
                case StringColumn s -> digits.putBytes(s.bytes(), s.offsets()[row], s.offsets()[row + 1], out);
                case FixedColumn f -> digits.putBytes(f.bytes(), row * f.width(), (row + 1) * f.width(), out);
                case FloatColumn f -> {
                    LittleEndian.putInt(scratch, 0, Float.floatToRawIntBits(f.values()[row]));
                    digits.putBytes(scratch, 0, 4, out);
                }
                case DoubleColumn d -> {
                    LittleEndian.putLong(scratch, 0, Double.doubleToRawLongBits(d.values()[row]));
                    digits.putBytes(scratch, 0, 8, out);
                }
                case WideColumn w -> {
                    int words = w.wordsPerValue();
                    for (int i = 0; i < words; i++) {
                        LittleEndian.putLong(scratch, 8 * i, w.words()[row * words + i]);
                    }
                    if (from instanceof UuidType) {
                        for (int i = 0; i < 2; i++) {
                            for (int b = 7; b >= 0; b--) {
                                digits.put(scratch[8 * i + b] & 0xFF, out);
                            }
                        }
                    } else if (from instanceof DecimalType) {
                        digits.putBytes(scratch, 0, 8 * words, out);
                    } else {
                        digits.putNumber(scratch, 8 * words, out);
                    }
                }
                default -> {
                    int bytes = Numbers.bits(from) / 8;
                    LittleEndian.putLong(scratch, 0, Numbers.longAt(column, row, false));
                    if (from instanceof DecimalType) {
                        digits.putBytes(scratch, 0, bytes, out);
                    } else {
                        digits.putNumber(scratch, bytes, out);
                    }
                }
            }
        }
    }
}
