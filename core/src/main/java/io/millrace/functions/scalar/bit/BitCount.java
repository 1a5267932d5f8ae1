package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of bits that are set in a number. */
@Builtin("bitCount")
final class BitCount implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitCount(a)", "The number of bits that are set in a number.")
                .example("SELECT bitCount(255), bitCount(-1)", "8\t8");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("bitCount", arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!UnaryBits.isNumber(from)) {
            throw Signature.illegalType("bitCount", from);
        }
        return new Bound();
    }

    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            byte[] result = new byte[rows];
            if (arguments[0].plain() instanceof WideColumn wide) {
                for (int i = 0; i < rows * wide.wordsPerValue(); i++) {
                    result[i / wide.wordsPerValue()] += (byte) Long.bitCount(wide.words()[i]);
                }
                return new ByteColumn(result, rows);
            }
            long[] bits = UnaryBits.of(arguments[0].plain(), rows);
            for (int i = 0; i < rows; i++) {
                result[i] = (byte) Long.bitCount(bits[i]);
            }
            return new ByteColumn(result, rows);
        }
    }
}
