package io.millrace.functions.scalar.json;

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
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The number behind a name in a simple JSON text as Float64. */
@Builtin({"simpleJSONExtractFloat", "visitParamExtractFloat"})
final class SimpleJsonExtractFloat implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractFloat(json, name)",
                        "The number behind a name in a simple JSON text as Float64.")
                .example("SELECT simpleJSONExtractFloat('{\"a\":1.5}', 'a')", "1.5");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature("simpleJSONExtractFloat", "sk").check(arguments);
        return new Bound();
    }

    /** Numbers found. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            TextView name = TextView.of(arguments[1]);
            double[] result = new double[rows];
            for (int row = 0; row < rows; row++) {
                int at = SimpleJson.find(text, name, row);
                if (at >= 0) {
                    result[row] = parsed(SimpleJson.number(text.bytes(), at, text.to(row), true));
                }
            }
            return new DoubleColumn(result, rows);
        }

        private static double parsed(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
