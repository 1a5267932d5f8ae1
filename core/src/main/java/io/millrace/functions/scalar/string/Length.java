package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;
import java.util.List;

/** The length of a string in bytes, or the number of elements of an array or map. */
@Builtin({"length", "CARDINALITY", "OCTET_LENGTH", "LENGTH"})
final class Length implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "length(x)",
                        "The length of a string in bytes, or the number of elements of an array or map.")
                .example("SELECT length('héllo'), length([1, 2, 3])", "6\t3");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("length", arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!Types.isStringLike(type) && !(type instanceof ArrayType) && !(type instanceof MapType)) {
            throw Signature.illegalType("length", type);
        }
        return new Lengths();
    }

    /** Differences of offsets. */
    private record Lengths() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] result = new long[rows];
            Column column = Repeated.full(arguments[0]);
            if (column instanceof FixedColumn fixed) {
                Arrays.fill(result, fixed.width());
                return new LongColumn(result, rows);
            }
            int[] offsets = column instanceof ArrayColumn array
                    ? array.offsets()
                    : TextView.of(column).offsets();
            for (int i = 0; i < rows; i++) {
                result[i] = (long) offsets[i + 1] - offsets[i];
            }
            return new LongColumn(result, rows);
        }
    }
}
