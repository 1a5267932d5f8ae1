package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.SplittableRandom;

/** A random Float64 from 0 to 1, without 1, for each row. */
@Builtin("randCanonical")
final class RandCanonical extends RandomNumbers {
    RandCanonical() {
        super("randCanonical");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Random number", "randCanonical([x])", "A random Float64 from 0 to 1, without 1, for each row.")
                .example("SELECT randCanonical() < 1", "1");
    }

    @Override
    protected DataType resultType() {
        return Types.FLOAT64;
    }

    @Override
    protected Column numbers(SplittableRandom random, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = random.nextDouble();
        }
        return new DoubleColumn(result, rows);
    }
}
