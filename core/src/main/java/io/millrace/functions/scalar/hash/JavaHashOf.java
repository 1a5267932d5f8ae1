package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.JavaHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.List;

/** Java's String.hashCode of the bytes of a text, or hashCode of an integer. */
@Builtin("javaHash")
final class JavaHashOf extends AnyHash {
    JavaHashOf() {
        super("javaHash", Types.INT32, false, JavaHash::hash32, (h, n) -> n);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Hash",
                        "javaHash(x)",
                        "Java's String.hashCode of the bytes of a text, or hashCode of an integer.")
                .example("SELECT javaHash('abc')", "96354");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("javaHash", arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!(type instanceof IntegerType)) {
            return super.bind(arguments, context);
        }
        return new OfInteger(type);
    }

    /** Integer.hashCode and Long.hashCode. */
    private record OfInteger(DataType from) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.INT32;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            NumberView numbers = NumberView.of(arguments[0], from);
            int[] result = new int[rows];
            for (int i = 0; i < rows; i++) {
                long value = numbers.at(i);
                result[i] = Numbers.bits(from) == 64 ? (int) (value ^ value >>> 32) : (int) value;
            }
            return new IntColumn(result, rows);
        }
    }
}
