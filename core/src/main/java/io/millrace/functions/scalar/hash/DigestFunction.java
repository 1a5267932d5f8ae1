package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.Digests;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** Base of the cryptographic digests of strings, given as FixedString. */
abstract class DigestFunction implements ScalarFunction {
    private final String name;
    private final String algorithm;

    DigestFunction(String name, String algorithm) {
        this.name = name;
        this.algorithm = algorithm;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature(name, "s").check(arguments);
        return new Bound(algorithm, new FixedStringType(Digests.of(algorithm).resultBytes()));
    }

    /** The digest bound to strings. */
    private record Bound(String algorithm, FixedStringType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Digests digests = Digests.of(algorithm);
            TextView text = TextView.of(arguments[0]);
            int width = type.length();
            byte[] result = new byte[rows * width + StringColumn.PADDING];
            for (int row = 0; row < rows; row++) {
                digests.digest(text.bytes(), text.from(row), text.length(row), result, row * width);
            }
            return new FixedColumn(result, width, rows);
        }
    }
}
