package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The share of different elements that two arrays have in common. */
@Builtin("arrayJaccardIndex")
final class ArrayJaccardIndex implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayJaccardIndex(a, b)",
                        "The share of different elements that two arrays have in common.")
                .example("SELECT arrayJaccardIndex([1, 2], [2, 3])", "0.3333333333333333");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayJaccardIndex", arguments, 2);
        return new Bound(CommonIds.coercions("arrayJaccardIndex", arguments, context));
    }

    /** The index of two arrays. */
    private record Bound(List<Coercion> coercions) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            CommonIds common = CommonIds.of(arguments, coercions, context);
            ArrayView a = common.first();
            ArrayView b = common.second();
            int[] ids = common.ids();
            int base = common.base();
            double[] result = new double[rows];
            for (int row = 0; row < rows; row++) {
                Set<Integer> left = new HashSet<>();
                Set<Integer> right = new HashSet<>();
                for (int i = a.from(row); i < a.to(row); i++) {
                    left.add(ids[i]);
                }
                for (int i = base + b.from(row); i < base + b.to(row); i++) {
                    right.add(ids[i]);
                }
                Set<Integer> both = new HashSet<>(left);
                both.retainAll(right);
                left.addAll(right);
                result[row] = (double) both.size() / left.size();
            }
            return new DoubleColumn(result, rows);
        }
    }
}
