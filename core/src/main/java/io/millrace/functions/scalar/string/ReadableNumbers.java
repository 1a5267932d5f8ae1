package io.millrace.functions.scalar.string;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import io.millrace.functions.scalar.row.TextColumns;
import java.math.BigDecimal;
import java.util.List;

/** Base of the functions that write a number for humans with a unit. */
abstract class ReadableNumbers implements ScalarFunction {
    private final String name;
    private final double base;
    private final String[] units;

    ReadableNumbers(String name, double base, String... units) {
        this.name = name;
        this.base = base;
        this.units = units;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        if (!Types.isNumber(arguments.getFirst().type())) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        return new Bound(arguments.getFirst().type(), base, units);
    }

    /** Numbers with units. */
    private record Bound(DataType from, double base, String[] units) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] values = Widening.doubles(arguments[0], from, rows);
            TextColumns out = new TextColumns(rows, rows * 12L, context);
            for (int i = 0; i < rows; i++) {
                out.sink().putText(text(values[i]));
                out.endRow();
            }
            return out.build();
        }

        private String text(double value) {
            if (!Double.isFinite(value)) {
                return (Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf") + units[0];
            }
            double rest = value;
            int unit = 0;
            while (unit + 1 < units.length && Math.abs(rest) >= base) {
                rest /= base;
                unit++;
            }
            return new BigDecimal(rest)
                            .setScale(2, java.math.RoundingMode.HALF_EVEN)
                            .toPlainString()
                    + units[unit];
        }
    }
}
