package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import io.millrace.functions.scalar.row.TextColumns;
import java.util.ArrayList;
import java.util.List;

/** A time span in seconds as years, months, days and so on. */
@Builtin("formatReadableTimeDelta")
final class FormatReadableTimeDelta implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "formatReadableTimeDelta(seconds[, maximum_unit[, minimum_unit]])",
                        "A time span in seconds as years, months, days and so on.")
                .example("SELECT formatReadableTimeDelta(3661)", "1 hour, 1 minute and 1 second");
    }

    private static final String[] UNITS = {
        "year", "month", "day", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"
    };
    private static final double[] SECONDS = {31_556_952, 2_629_746, 86_400, 3_600, 60, 1, 1e-3, 1e-6, 1e-9};

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("formatReadableTimeDelta", arguments, 1, 3);
        if (!Types.isNumber(arguments.getFirst().type())) {
            throw Signature.illegalType(
                    "formatReadableTimeDelta", arguments.getFirst().type());
        }
        int greatest = arguments.size() > 1 ? unit(arguments.get(1)) : 0;
        int least = arguments.size() > 2 ? unit(arguments.get(2)) : Math.max(5, greatest);
        if (least < greatest) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Explicit minimum unit value of function formatReadableTimeDelta must be lower than maximum unit");
        }
        return new Bound(arguments.getFirst().type(), greatest, least);
    }

    private static int unit(Argument argument) {
        String name = argument.requireConstantText("formatReadableTimeDelta", "unit");
        for (int i = 0; i < UNITS.length; i++) {
            if (name.equals(UNITS[i] + "s")) {
                return i;
            }
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Unexpected value of unit argument (" + name + ") for function formatReadableTimeDelta");
    }

    /** Time spans as texts. */
    private record Bound(DataType from, int greatest, int least) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] values = Widening.doubles(arguments[0], from, rows);
            TextColumns out = new TextColumns(rows, rows * 24L, context);
            for (int i = 0; i < rows; i++) {
                out.sink().putText(text(values[i]));
                out.endRow();
            }
            return out.build();
        }

        private String text(double value) {
            if (!Double.isFinite(value)) {
                return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
            }
            List<String> parts = new ArrayList<>();
            double rest = Math.abs(value);
            for (int unit = greatest; unit <= least; unit++) {
                long count = unit == 5 && least > 5 || unit < least || unit >= 5
                        ? (long) (rest / SECONDS[unit] + 1e-9)
                        : (long) (rest / SECONDS[unit]);
                rest -= count * SECONDS[unit];
                if (count > 0) {
                    parts.add(count + " " + UNITS[unit] + (count == 1 ? "" : "s"));
                }
            }
            if (parts.isEmpty()) {
                return "0 " + UNITS[least] + "s";
            }
            String last = parts.removeLast();
            return (value < 0 ? "- " : "") + (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last);
        }
    }
}
