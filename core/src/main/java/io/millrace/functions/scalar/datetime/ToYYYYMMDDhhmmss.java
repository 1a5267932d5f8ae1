package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.text.Civil;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Date and time as one number. */
@Builtin("toYYYYMMDDhhmmss")
final class ToYYYYMMDDhhmmss implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toYYYYMMDDhhmmss(time[, zone])", "Date and time as one number.")
                .example("SELECT toYYYYMMDDhhmmss(toDateTime('2024-02-03 04:05:06', 'UTC'))", "20240203040506");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toYYYYMMDDhhmmss", arguments, 1, 2);
        return new Bound(Moments.of("toYYYYMMDDhhmmss", arguments, 0, 1, context));
    }

    private record Bound(Moments moments) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] local = moments.localSeconds(arguments[0], rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = number(local[i]);
            }
            return Narrowing.ofLongs(result, rows, Types.UINT64);
        }

        private static long number(long local) {
            long day = Math.floorDiv(local, 86_400L);
            long second = local - day * 86_400;
            long date = Civil.date(day);
            long days = Civil.year(date) * 10_000L + Civil.month(date) * 100L + Civil.dayOfMonth(date);
            return days * 1_000_000 + second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
        }
    }
}
