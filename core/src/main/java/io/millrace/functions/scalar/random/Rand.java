package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.SplittableRandom;

/** A random UInt32 for each row; different arguments make different calls. */
@Builtin({"rand", "rand32", "RAND"})
final class Rand extends RandomNumbers {
    Rand() {
        super("rand");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Random number",
                        "rand([x])",
                        "A random UInt32 for each row; different arguments make different calls.")
                .example("SELECT toTypeName(rand())", "UInt32");
    }

    @Override
    protected DataType resultType() {
        return Types.UINT32;
    }

    @Override
    protected Column numbers(SplittableRandom random, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = random.nextInt();
        }
        return new IntColumn(result, rows);
    }
}
