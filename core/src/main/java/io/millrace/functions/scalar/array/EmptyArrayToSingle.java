package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The array, or one with a single default value if it is empty. */
@Builtin("emptyArrayToSingle")
final class EmptyArrayToSingle implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "emptyArrayToSingle(array)",
                        "The array, or one with a single default value if it is empty.")
                .example("SELECT emptyArrayToSingle([]::Array(UInt8))", "[0]");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("emptyArrayToSingle", arguments, 1);
        ArrayTypes.element("emptyArrayToSingle", arguments.getFirst());
        return new Bound(arguments.getFirst().type());
    }

    /** Arrays without empty ones. */
    private record Bound(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView array = ArrayView.of(arguments[0]);
            Positions out = new Positions(rows, array.elements().rows() + rows);
            for (int row = 0; row < rows; row++) {
                out.addRange(array.from(row), array.to(row));
                if (array.length(row) == 0) {
                    out.add(-1);
                }
                out.endRow();
            }
            return out.build(array.elements());
        }
    }
}
