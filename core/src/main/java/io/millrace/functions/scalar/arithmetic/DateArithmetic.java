package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.datetime.Shift;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;
import java.util.Optional;

/** plus and minus where dates, times or intervals take part. */
final class DateArithmetic {
    private DateArithmetic() {}

    /** Empty when neither argument is a date, a time or an interval. */
    static Optional<BoundScalar> bind(String name, List<Argument> arguments, BindContext context) {
        DataType a = arguments.get(0).type();
        DataType b = arguments.get(1).type();
        boolean minus = name.equals("minus");
        if (a instanceof IntervalType x && b instanceof IntervalType y) {
            return Optional.of(intervals(x, y, minus));
        }
        boolean dateA = Types.isDateOrTime(a);
        boolean dateB = Types.isDateOrTime(b);
        if (dateA && dateB) {
            return minus ? difference(a, b) : Optional.empty();
        }
        if (!dateA && !dateB) {
            return withoutDates(a, b, minus, context);
        }
        if (dateB && minus) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Wrong order of arguments for function minus: argument of type Interval cannot be first");
        }
        DataType date = dateA ? a : b;
        DataType other = dateA ? b : a;
        if (Types.isStringLike(other)) {
            return Optional.empty();
        }
        BoundScalar shift = shift(date, other, minus, context);
        return Optional.of(dateA ? shift : new Swapped(shift));
    }

    /** Strings with intervals; everything else is no business of dates. */
    private static Optional<BoundScalar> withoutDates(DataType a, DataType b, boolean minus, BindContext context) {
        if (Types.isStringLike(a) && b instanceof IntervalType) {
            return Optional.of(shift(a, b, minus, context));
        }
        return Optional.empty();
    }

    private static BoundScalar shift(DataType date, DataType count, boolean minus, BindContext context) {
        if (count instanceof TupleType tuple) {
            BoundScalar result = new First(date);
            for (int i = 0; i < tuple.elements().size(); i++) {
                result = new Then(result, shift(result.type(), tuple.elements().get(i), minus, context), i);
            }
            return result;
        }
        boolean days = date instanceof DataType.DateType || date instanceof DataType.Date32Type;
        IntervalUnit unit = count instanceof IntervalType interval
                ? interval.unit()
                : days ? IntervalUnit.DAY : IntervalUnit.SECOND;
        String function = (minus ? "subtract" : "add") + unit.title() + "s";
        return Shift.bind(function, date, count, unit, minus, context);
    }

    /** Date - Date in days, DateTime - DateTime in seconds, DateTime64 as a decimal. */
    private static Optional<BoundScalar> difference(DataType a, DataType b) {
        if (a instanceof DateTime64Type || b instanceof DateTime64Type) {
            boolean times = isTime(a) && isTime(b);
            int precision = Math.max(precision(a), precision(b));
            return times ? Optional.of(new Difference(new DecimalType(18, precision), a, b)) : Optional.empty();
        }
        boolean same = a.getClass() == b.getClass();
        return same ? Optional.of(new Difference(Types.INT32, a, b)) : Optional.empty();
    }

    private static boolean isTime(DataType type) {
        return type instanceof DateTimeType || type instanceof DateTime64Type;
    }

    private static int precision(DataType type) {
        return type instanceof DateTime64Type d ? d.precision() : 0;
    }

    private static BoundScalar intervals(IntervalType a, IntervalType b, boolean minus) {
        return new Intervals(a.equals(b) ? a : new TupleType(List.of(a, b), List.of()), minus);
    }

    private record Intervals(DataType type, boolean minus) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] a = Widening.longs(arguments[0], true, rows);
            long[] b = Widening.longs(arguments[1], true, rows);
            long[] signed = new long[rows];
            for (int i = 0; i < rows; i++) {
                signed[i] = minus ? -b[i] : b[i];
            }
            if (type instanceof TupleType) {
                return new TupleColumn(List.of(new LongColumn(a, rows), new LongColumn(signed, rows)), rows);
            }
            for (int i = 0; i < rows; i++) {
                signed[i] += a[i];
            }
            return new LongColumn(signed, rows);
        }
    }

    private record Difference(DataType type, DataType typeA, DataType typeB) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] a = Widening.longs(arguments[0], Numbers.isSigned(typeA), rows);
            long[] b = Widening.longs(arguments[1], Numbers.isSigned(typeB), rows);
            int scale = DecimalArithmetic.scale(type);
            long upA = DateTimeText.ticksPerSecond(scale - precision(typeA));
            long upB = DateTimeText.ticksPerSecond(scale - precision(typeB));
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = a[i] * upA - b[i] * upB;
            }
            return Narrowing.ofLongs(result, rows, type);
        }
    }

    /** {@code 1 + date}. */
    private record Swapped(BoundScalar inner) implements BoundScalar {
        @Override
        public DataType type() {
            return inner.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return inner.evaluate(new Column[] {arguments[1], arguments[0]}, rows, context);
        }
    }

    /** The first argument as it is. */
    private record First(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[0];
        }
    }

    /** One more interval of a tuple of intervals. */
    private record Then(BoundScalar before, BoundScalar shift, int index) implements BoundScalar {
        @Override
        public DataType type() {
            return shift.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column counts = ((TupleColumn) arguments[1].plain()).elements().get(index);
            return shift.evaluate(new Column[] {before.evaluate(arguments, rows, context), counts}, rows, context);
        }
    }
}
