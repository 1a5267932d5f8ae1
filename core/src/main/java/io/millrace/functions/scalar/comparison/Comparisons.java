package io.millrace.functions.scalar.comparison;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Chooses how two types are compared. */
final class Comparisons {
    private Comparisons() {}

    static BoundScalar bind(Operator operator, List<Argument> arguments, BindContext context) {
        Argument a = arguments.get(0);
        Argument b = arguments.get(1);
        DataType typeA = a.type();
        DataType typeB = b.type();
        if (typeA instanceof TupleType || typeB instanceof TupleType) {
            return TupleComparison.bind(operator, a, b, context);
        }
        Optional<BoundPredicate> direct = direct(operator, typeA, typeB);
        if (direct.isPresent()) {
            return direct.get();
        }
        if (Types.isStringLike(typeA) != Types.isStringLike(typeB)) {
            return withText(operator, a, b, context);
        }
        DataType common = common(operator, typeA, typeB);
        BoundScalar castA = Casts.bind(typeA, common, CastMode.CAST, context);
        BoundScalar castB = Casts.bind(typeB, common, CastMode.CAST, context);
        return direct(operator, common, common)
                .<BoundScalar>map(inner -> new Converted(inner, castA, castB))
                .orElseGet(() -> new RowComparison(operator, common, castA, castB));
    }

    /** Types whose columns can be compared as they are. */
    private static Optional<BoundPredicate> direct(Operator operator, DataType a, DataType b) {
        if (Types.isStringLike(a) && Types.isStringLike(b)) {
            return Optional.of(new StringComparison(operator));
        }
        boolean numbers = isNumber(a) && isNumber(b);
        if (numbers && (a instanceof FloatType || b instanceof FloatType)) {
            return Optional.of(new FloatComparison(operator, a, b));
        }
        if (numbers && (a instanceof DecimalType || b instanceof DecimalType)) {
            return Optional.of(new DecimalComparison(operator, a, b));
        }
        boolean sameKind = a.getClass() == b.getClass() && (isStoredAsInteger(a) || a instanceof IntervalType);
        boolean integers = numbers
                || sameKind && !(a instanceof DataType.DateTime64Type x && !x.equals(b) && differs(x, b))
                || a instanceof DateTimeType && isPlainInteger(b)
                || b instanceof DateTimeType && isPlainInteger(a)
                || a instanceof DataType.Ipv4Type && isPlainInteger(b)
                || b instanceof DataType.Ipv4Type && isPlainInteger(a)
                || a instanceof IntervalType && isPlainInteger(b)
                || b instanceof IntervalType && isPlainInteger(a);
        if (!integers) {
            return Optional.empty();
        }
        if (a instanceof IntervalType x && b instanceof IntervalType y && x.unit() != y.unit()) {
            return Optional.empty();
        }
        return Optional.of(
                Numbers.fitsLong(a) && Numbers.fitsLong(b)
                        ? new IntegerComparison(operator, a, b)
                        : new BigComparison(operator, a, b));
    }

    private static boolean differs(DataType.DateTime64Type a, DataType b) {
        return !(b instanceof DataType.DateTime64Type other) || other.precision() != a.precision();
    }

    private static boolean isPlainInteger(DataType type) {
        return type instanceof DataType.IntegerType || type instanceof DataType.BoolType;
    }

    private static boolean isNumber(DataType type) {
        return Types.isNumber(type) || type instanceof EnumType;
    }

    private static boolean isStoredAsInteger(DataType type) {
        return Types.isDateOrTime(type) || type instanceof DataType.Ipv4Type;
    }

    /** A column of integers of any width and a number. */
    static void constant(Operator operator, Column values, DataType type, BigInteger number, int rows, long[] bitmap) {
        if (Numbers.fitsLong(type)) {
            IntegerComparison.constant(operator, values, type, number, rows, bitmap);
            return;
        }
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            if (operator.holds(Numbers.bigAt(values, i, type).compareTo(number))) {
                Bitmaps.set(bitmap, i);
            }
        }
    }

    private static DataType common(Operator operator, DataType a, DataType b) {
        boolean dates = Types.isDateOrTime(a) && Types.isDateOrTime(b);
        boolean containers = isContainer(a) && isContainer(b);
        boolean comparable =
                a.equals(b) || dates || containers || a instanceof IntervalType && b instanceof IntervalType;
        if (!comparable) {
            throw illegal(operator, a, b);
        }
        return Supertype.least(List.of(a, b)).orElseThrow(() -> illegal(operator, a, b));
    }

    private static boolean isContainer(DataType type) {
        return type instanceof ArrayType || type instanceof MapType;
    }

    static DbException illegal(Operator operator, DataType a, DataType b) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Illegal types of arguments (`" + a.name() + "`, `" + b.name() + "`) of function `"
                        + operator.function() + "`");
    }

    /** A constant text is read as a value of the other type once; a text column against an Enum compares names. */
    private static BoundScalar withText(Operator operator, Argument a, Argument b, BindContext context) {
        boolean textFirst = Types.isStringLike(a.type());
        Argument text = textFirst ? a : b;
        DataType other = textFirst ? b.type() : a.type();
        if (text.constant().isEmpty()) {
            if (other instanceof EnumType) {
                BoundScalar name = Casts.bind(other, Types.STRING, CastMode.CAST, context);
                BoundScalar same = Casts.bind(text.type(), Types.STRING, CastMode.CAST, context);
                return new Converted(new StringComparison(operator), textFirst ? same : name, textFirst ? name : same);
            }
            Supertype.leastOrThrow(List.of(a.type(), b.type()));
            throw illegal(operator, a.type(), b.type());
        }
        Column value = text.constant().get().plain();
        if (other instanceof EnumType type
                && value instanceof StringColumn name
                && type.valueOf(name.text(0)).isEmpty()) {
            if (operator.isEquality()) {
                return new Always(operator == Operator.NOT_EQUALS);
            }
        }
        Column parsed = parse(value, text.type(), other, context);
        BoundPredicate inner = direct(operator, other, other)
                .orElseGet(() -> new RowComparison(
                        operator,
                        other,
                        Casts.bind(other, other, CastMode.CAST, context),
                        Casts.bind(other, other, CastMode.CAST, context)));
        return new WithConstant(inner, new ConstColumn(parsed, 1), textFirst);
    }

    private static Column parse(Column value, DataType from, DataType to, BindContext context) {
        String shown = value instanceof StringColumn s ? s.text(0) : "";
        try {
            if (to instanceof DataType.DateType && shown.length() > 10) {
                throw new DbException(ErrorCode.CANNOT_PARSE_TEXT, "");
            }
            return Casts.bind(from, to, CastMode.CAST, context).evaluate(new Column[] {value}, 1, context.evaluation());
        } catch (DbException e) {
            boolean date = e.code() == ErrorCode.CANNOT_PARSE_DATE || e.code() == ErrorCode.CANNOT_PARSE_DATETIME;
            if (date) {
                throw e;
            }
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH, "Cannot convert string '" + shown + "' to type " + to.name());
        }
    }

    /** The same answer for all rows. */
    private record Always(boolean answer) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            IntegerComparison.fill(bitmap, rows, answer);
        }
    }

    /** One side replaced by a value that is known. */
    private record WithConstant(BoundPredicate inner, ConstColumn value, boolean first) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            ConstColumn repeated = value.withRows(rows);
            Column[] sides = first ? new Column[] {repeated, arguments[1]} : new Column[] {arguments[0], repeated};
            inner.select(sides, rows, bitmap, context);
        }
    }

    /** Both sides cast first. */
    private record Converted(BoundPredicate inner, BoundScalar castA, BoundScalar castB) implements BoundPredicate {
        @Override
        public boolean mayFail() {
            return castA.mayFail() || castB.mayFail();
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Column[] sides = {
                castA.evaluate(new Column[] {arguments[0]}, rows, context),
                castB.evaluate(new Column[] {arguments[1]}, rows, context)
            };
            inner.select(sides, rows, bitmap, context);
        }
    }
}
