package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.SplittableRandom;

/** A random UInt64 for each row. */
@Builtin("rand64")
final class Rand64 extends RandomNumbers {
    Rand64() {
        super("rand64");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Random number", "rand64([x])", "A random UInt64 for each row.")
                .example("SELECT toTypeName(rand64())", "UInt64");
    }

    @Override
    protected DataType resultType() {
        return Types.UINT64;
    }

    @Override
    protected Column numbers(SplittableRandom random, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = random.nextLong();
        }
        return new LongColumn(result, rows);
    }
}
