package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import io.millrace.functions.scalar.row.TextColumns;
import java.util.List;

/** A bar of a length between 0 and width (80) characters for a value between min and max. */
@Builtin("bar")
final class Bar implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "bar(x, min, max[, width])",
                        "A bar of a length between 0 and width (80) characters for a value between min and max.")
                .example("SELECT bar(5, 0, 10, 4)", "██");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("bar", arguments, 3, 4);
        for (Argument argument : arguments) {
            if (!Types.isNumber(argument.type())) {
                throw Signature.illegalType("bar", argument.type());
            }
        }
        double width = 80;
        if (arguments.size() == 4) {
            width = Numbers.doubleAt(
                    arguments.get(3).requireConstant("bar", "width"),
                    0,
                    arguments.get(3).type());
        }
        if (width < 1 || width > 1000) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Width argument of function bar must be between 1 and 1000");
        }
        return new Bound(arguments.stream().map(Argument::type).toList(), width);
    }

    /** Bars of a width. */
    private record Bound(List<DataType> types, double width) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] values = Widening.doubles(arguments[0], types.get(0), rows);
            double[] low = Widening.doubles(arguments[1], types.get(1), rows);
            double[] high = Widening.doubles(arguments[2], types.get(2), rows);
            TextColumns out = new TextColumns(rows, rows * 24L, context);
            for (int i = 0; i < rows; i++) {
                draw(values[i], low[i], high[i], out.sink());
                out.endRow();
            }
            return out.build();
        }

        private void draw(double value, double low, double high, ByteSink out) {
            if (Double.isNaN(value) || Double.isNaN(low) || Double.isNaN(high) || high <= low) {
                return;
            }
            double length = value <= low ? 0 : value >= high ? width : (value - low) * width / (high - low);
            int eighths = (int) (length * 8);
            for (int i = 0; i < eighths / 8; i++) {
                out.putText("█");
            }
            if (eighths % 8 > 0) {
                CodePoints.append(0x2590 - eighths % 8, out);
            }
        }
    }
}
