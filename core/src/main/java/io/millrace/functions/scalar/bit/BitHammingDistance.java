package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;
import java.util.Optional;

/** The number of bits in which two integers differ. */
@Builtin("bitHammingDistance")
final class BitHammingDistance extends BitwiseFunction {
    BitHammingDistance() {
        super("bitHammingDistance");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitHammingDistance(a, b)", "The number of bits in which two integers differ.")
                .example("SELECT bitHammingDistance(111, 121)", "3");
    }

    @Override
    Optional<DataType> result(DataType a, DataType b) {
        return a instanceof IntegerType x && b instanceof IntegerType y && x.bits() <= 64 && y.bits() <= 64
                ? Optional.of(Types.UINT8)
                : Optional.empty();
    }

    @Override
    long of(long a, long b, int bits) {
        return Long.bitCount(a ^ b);
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return BigInteger.valueOf(a.xor(b).bitCount());
    }
}
