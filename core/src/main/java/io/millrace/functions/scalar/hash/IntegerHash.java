package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.List;

/** Hashes of single integers. */
record IntegerHash(DataType from, boolean wide) implements BoundScalar {
    static BoundScalar bind(String name, List<Argument> arguments, boolean wide) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!Numbers.fitsLong(type)) {
            throw Signature.illegalType(name, type);
        }
        return new IntegerHash(type, wide);
    }

    @Override
    public DataType type() {
        return wide ? Types.UINT64 : Types.UINT32;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        NumberView numbers = NumberView.of(arguments[0], from);
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = wide ? IntHash.hash64(numbers.at(i)) : IntHash.hash32(numbers.at(i));
        }
        return Narrowing.ofLongs(result, rows, type());
    }
}
