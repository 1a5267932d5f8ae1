package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.hash.SipHash;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** Base of the 128-bit hashes of any values, given as FixedString(16) or UInt128. */
abstract class WideHash implements ScalarFunction {
    private final boolean number;
    private final boolean reference;
    private final boolean murmur;

    WideHash(String name, boolean number, boolean reference, boolean murmur) {
        this.number = number;
        this.reference = reference;
        this.murmur = murmur;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return new Bound(this, arguments.stream().map(Argument::type).toList());
    }

    /** The hash of some types. */
    private record Bound(WideHash function, List<DataType> types) implements BoundScalar {
        @Override
        public DataType type() {
            return function.number ? Types.UINT128 : new FixedStringType(16);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            byte[] result = new byte[rows * 16 + StringColumn.PADDING];
            for (int row = 0; row < rows; row++) {
                Hash128 hash = new Hash128(CityHash.OF_NO_ARGUMENTS, 0);
                for (int i = 0; i < arguments.length; i++) {
                    Hash128 next = function.of(arguments[i], types.get(i), row);
                    if (i == 0) {
                        hash = next;
                    } else if (function.murmur) {
                        hash.set(
                                IntHash.combine64(hash.low(), next.low()), IntHash.combine64(hash.high(), next.high()));
                    } else {
                        SipHash.combine128(hash, next, function.reference);
                    }
                }
                hash.writeTo(result, row * 16);
            }
            return new FixedColumn(result, 16, rows);
        }
    }

    private Hash128 of(Column column, DataType type, int row) {
        ByteSink bytes = new ByteSink();
        switch (column instanceof ConstColumn c ? c.value() : column) {
            case StringColumn s -> TextView.of(column).appendTo(row, bytes);
            case FixedColumn f -> TextView.of(column).appendTo(row, bytes);
            case WideColumn w -> {
                int at = column instanceof ConstColumn ? 0 : row;
                for (int i = 0; i < w.wordsPerValue(); i++) {
                    bytes.putLong(w.words()[at * w.wordsPerValue() + i]);
                }
            }
            default -> {
                if (!Numbers.fitsLong(type)) {
                    throw Signature.illegalType("sipHash128", type);
                }
                bytes.putLong(Numbers.longAt(column, row, false));
                bytes.advanceTo(Numbers.bits(type) / 8);
            }
        }
        Hash128 hash = new Hash128();
        if (murmur) {
            MurmurHash.hash3x128(bytes.array(), 0, bytes.size(), hash);
        } else {
            SipHash.hash128(bytes.array(), 0, bytes.size(), 0, 0, reference, hash);
        }
        return hash;
    }
}
