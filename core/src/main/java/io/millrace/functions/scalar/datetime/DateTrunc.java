package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.Date32Type;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The beginning of the unit in which a moment lies; weeks begin on Monday. */
@Builtin({"dateTrunc", "DATE_TRUNC"})
final class DateTrunc implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "dateTrunc('unit', time[, zone])",
                        "The beginning of the unit in which a moment lies; weeks begin on Monday.")
                .example(
                        "SELECT dateTrunc('month', toDate('2024-02-03')), dateTrunc('hour', toDateTime('2024-02-03 04:05:06', 'UTC'))",
                        "2024-02-01\t2024-02-03 04:00:00");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("dateTrunc", arguments, 2, 3);
        String text = arguments.getFirst().requireConstantText("dateTrunc", "unit");
        IntervalUnit unit = unit(text);
        Moments moments = Moments.of("dateTrunc", arguments, 1, 2, context);
        if (!moments.hasTime() && unit.compareTo(IntervalUnit.DAY) < 0) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + moments.type().name() + " of argument for function dateTrunc");
        }
        DataType type = result(moments, unit, Moments.zoneArgument("dateTrunc", arguments, 2));
        return new SecondArgument(new Truncation(type, moments, unit, 1));
    }

    private static IntervalUnit unit(String text) {
        for (IntervalUnit unit : IntervalUnit.values()) {
            if (unit.name().equals(text.toUpperCase(Locale.ROOT))) {
                return unit;
            }
        }
        throw new DbException(ErrorCode.BAD_ARGUMENTS, text + " doesn't look like datepart name in dateTrunc");
    }

    /** From weeks on a Date or Date32, below a DateTime or DateTime64: as wide as the argument. */
    private static DataType result(Moments moments, IntervalUnit unit, Optional<String> zone) {
        boolean wide = moments.type() instanceof Date32Type || moments.type() instanceof DateTime64Type;
        if (unit.compareTo(IntervalUnit.WEEK) >= 0) {
            return wide ? Types.DATE32 : Types.DATE;
        }
        Optional<String> shown = zone.or(() -> Moments.zoneName(moments.type()));
        int precision = Truncation.precision(unit);
        return wide || precision > 0 ? new DateTime64Type(precision, shown) : new DateTimeType(shown);
    }
}
