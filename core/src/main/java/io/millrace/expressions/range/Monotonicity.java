package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * How a function of one varying argument moves with it: the table of functions that range analysis looks through, as ClickHouse's does.
 */
enum Monotonicity {
    INCREASING,
    DECREASING,
    /** A cast to a narrower integer: increasing inside a range that does not cross a multiple of the narrower type's size. */
    NARROWING,
    /** Increasing 64-bit arithmetic that may wrap around: needs both ends. */
    INCREASING_MAY_WRAP,
    DECREASING_MAY_WRAP,
    /** Nothing is known but that equal arguments give equal results. */
    POINTS;

    private static final Set<String> DATE_FUNCTIONS = Set.of(
            "toYear",
            "toYYYYMM",
            "toYYYYMMDD",
            "toYYYYMMDDhhmmss",
            "toMonday",
            "toUnixTimestamp",
            "toStartOfYear",
            "toStartOfISOYear",
            "toStartOfQuarter",
            "toStartOfMonth",
            "toStartOfWeek",
            "toStartOfDay",
            "toStartOfHour",
            "toStartOfMinute",
            "toStartOfSecond",
            "toStartOfFiveMinutes",
            "toStartOfFiveMinute",
            "toStartOfTenMinutes",
            "toStartOfFifteenMinutes",
            "toStartOfInterval",
            "dateTrunc",
            "toTimeZone",
            "toRelativeYearNum",
            "toRelativeQuarterNum",
            "toRelativeMonthNum",
            "toRelativeWeekNum",
            "toRelativeDayNum",
            "toRelativeHourNum",
            "toRelativeMinuteNum",
            "toRelativeSecondNum",
            "toLastDayOfMonth",
            "addSeconds",
            "addMinutes",
            "addHours",
            "addDays",
            "addWeeks",
            "subtractSeconds",
            "subtractMinutes",
            "subtractHours",
            "subtractDays",
            "subtractWeeks");
    private static final Set<String> ROUNDING = Set.of("floor", "ceil", "ceiling", "round", "trunc", "truncate");
    private static final Set<String> IDENTITIES = Set.of("assumeNotNull", "materialize", "toNullable");

    /** How {@code call} moves with its argument number {@code argument}, all others being constants. */
    static Monotonicity of(Expression.Call call, int argument) {
        DataType from = Types.bare(call.arguments().get(argument).type());
        DataType to = Types.bare(call.type());
        String name = call.function();
        if (IDENTITIES.contains(name)) {
            return INCREASING;
        }
        if (DATE_FUNCTIONS.contains(name)) {
            return argumentIsTime(name, argument) && Types.isDateOrTime(from) ? INCREASING : POINTS;
        }
        if (ROUNDING.contains(name)) {
            return argument == 0 && Types.isNumber(from) ? INCREASING : POINTS;
        }
        if (!Types.isNumber(from) && !(Types.isDateOrTime(from) && isCast(name))) {
            return POINTS;
        }
        return switch (name) {
            case "negate" -> wrapping(to, false);
            case "plus" -> wrapping(to, true);
            case "minus" -> wrapping(to, argument == 0);
            case "multiply" -> bySign(call, 1 - argument, to);
            case "divide" -> argument == 0 ? bySign(call, 1, Types.FLOAT64) : POINTS;
            case "intDiv" -> argument == 0 ? bySign(call, 1, Types.INT32) : POINTS;
            default -> isCast(name) && argument == 0 ? cast(from, to) : POINTS;
        };
    }

    private static boolean argumentIsTime(String name, int argument) {
        return name.equals("dateTrunc") ? argument == 1 : argument == 0;
    }

    private static boolean isCast(String name) {
        return name.equals("CAST")
                || name.equals("_CAST")
                || name.startsWith("toInt")
                || name.startsWith("toUInt")
                || name.startsWith("toFloat")
                || name.startsWith("toDate");
    }

    /** 64-bit results may wrap; narrower operands have widened results. */
    private static Monotonicity wrapping(DataType to, boolean increasing) {
        boolean safe = to instanceof DataType.FloatType || to instanceof IntegerType i && i.bits() < 64;
        if (safe) {
            return increasing ? INCREASING : DECREASING;
        }
        if (to instanceof IntegerType i && i.bits() == 64) {
            return increasing ? INCREASING_MAY_WRAP : DECREASING_MAY_WRAP;
        }
        return POINTS;
    }

    private static Monotonicity bySign(Expression.Call call, int constantArgument, DataType to) {
        if (!(call.arguments().get(constantArgument) instanceof Expression.Constant constant)) {
            return POINTS;
        }
        Optional<Double> value = NumberValues.asDouble(constant.type(), constant.value(), 0);
        if (value.isEmpty() || value.get() == 0 || Double.isNaN(value.get())) {
            return POINTS;
        }
        // a product of 64 bits may wrap several times inside a range, which the ends do not show
        if (call.function().equals("multiply") && !(to instanceof DataType.FloatType)) {
            return to instanceof IntegerType i && i.bits() < 64 ? (value.get() > 0 ? INCREASING : DECREASING) : POINTS;
        }
        return value.get() > 0 ? INCREASING : DECREASING;
    }

    private static Monotonicity cast(DataType from, DataType to) {
        if (to instanceof DataType.FloatType) {
            return from instanceof IntegerType || from instanceof DataType.FloatType ? INCREASING : POINTS;
        }
        if (from instanceof IntegerType f && to instanceof IntegerType t && f.bits() <= 64 && t.bits() <= 64) {
            boolean widens = t.bits() > f.bits() && (t.signed() || !f.signed())
                    || t.bits() == f.bits() && t.signed() == f.signed();
            return widens ? INCREASING : NARROWING;
        }
        boolean dates = Types.isDateOrTime(from) && Types.isDateOrTime(to);
        // a date of 16 bits is inside every wider type; the way back cuts off what lies outside
        return dates && from instanceof DataType.DateType
                        || dates && to instanceof DataType.DateType && from instanceof DataType.DateTimeType
                ? INCREASING
                : POINTS;
    }

    /**
     * Whether the result of a step is monotone between two rows of its input column.
     *
     * @param low row of the least argument, -1 when unbounded
     */
    boolean holds(DataType to, Column input, int low, int high) {
        return switch (this) {
            case INCREASING, DECREASING -> true;
            case INCREASING_MAY_WRAP, DECREASING_MAY_WRAP -> low >= 0 && high >= 0;
            case NARROWING -> low >= 0 && high >= 0 && sameUpperBits(to, input, low, high);
            case POINTS -> false;
        };
    }

    boolean isDecreasing() {
        return this == DECREASING || this == DECREASING_MAY_WRAP;
    }

    private static boolean sameUpperBits(DataType to, Column input, int low, int high) {
        if (!(Types.bare(to) instanceof IntegerType target)) {
            return false;
        }
        Column plain = input instanceof NullableColumn n ? n.values() : input;
        if (plain instanceof DoubleColumn || plain instanceof FloatColumn) {
            return false;
        }
        long a = NumberValues.rawLong(plain, low);
        long b = NumberValues.rawLong(plain, high);
        if (target.bits() == 64) {
            return plain instanceof LongColumn && (a < 0) == (b < 0);
        }
        // the first bit that the target keeps is its sign: a range must not cross where it turns over
        int kept = target.signed() ? target.bits() - 1 : target.bits();
        return a >> kept == b >> kept;
    }
}
