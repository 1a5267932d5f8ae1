package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of intDiv, modulo and their variants: what to compute, and what a divisor of zero gives. */
abstract class Division implements ScalarFunction {
    /** What is computed. */
    enum Kind {
        QUOTIENT,
        REMAINDER,
        POSITIVE_REMAINDER
    }

    /** What division by zero, or of the smallest number by -1, gives. */
    enum OnZero {
        FAIL,
        ZERO,
        NULL
    }

    private final String name;
    private final Promotion promotion;
    private final Kind kind;
    private final OnZero onZero;

    Division(String name, Promotion promotion, Kind kind, OnZero onZero) {
        this.name = name;
        this.promotion = promotion;
        this.kind = kind;
        this.onZero = onZero;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType a = integersInside(arguments.get(0).type());
        DataType b = integersInside(arguments.get(1).type());
        DataType type = promotion.of(a, b).orElseThrow(() -> Signature.illegalTypes(name, arguments));
        BoundScalar bound;
        if (a instanceof FloatType || b instanceof FloatType) {
            bound = new FloatDivision(type, a, b, kind, onZero);
        } else if (a instanceof DecimalType || b instanceof DecimalType || wide(a) || wide(b)) {
            bound = new WideDivision(type, a, b, kind, onZero);
        } else {
            bound = new IntegerDivision(type, Numbers.isSigned(a), Numbers.isSigned(b), kind, onZero);
        }
        return onZero == OnZero.NULL ? new NullOnZero(bound, b) : bound;
    }

    private static boolean wide(DataType type) {
        return Numbers.bits(type) > 64;
    }

    /** Dates and times count as the integers they are stored as. */
    private static DataType integersInside(DataType type) {
        return switch (type) {
            case DataType.DateType d -> Types.UINT16;
            case DataType.Date32Type d -> Types.INT32;
            case DataType.DateTimeType d -> Types.UINT32;
            default -> type;
        };
    }

    static DbException byZero() {
        return new DbException(ErrorCode.ILLEGAL_DIVISION, "Division by zero");
    }

    static DbException byMinusOne() {
        return new DbException(ErrorCode.ILLEGAL_DIVISION, "Division of minimal signed number by minus one");
    }

    /** intDivOrNull, moduloOrNull: NULL where the divisor is zero; the rest computes 0 there. */
    private record NullOnZero(BoundScalar inner, DataType divisor) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.nullable(inner.type());
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column values = inner.evaluate(arguments, rows, context).plain();
            byte[] nulls = new byte[rows];
            boolean constant = arguments[1] instanceof ConstColumn;
            for (int i = 0; i < rows; i++) {
                nulls[i] = (byte) (constant && i > 0 ? nulls[0] : isZero(arguments[1], i) ? 1 : 0);
            }
            return new NullableColumn(nulls, values);
        }

        private boolean isZero(Column column, int row) {
            return divisor instanceof FloatType
                    ? Numbers.doubleAt(column, row, divisor) == 0
                    : Numbers.bigAt(column, row, divisor).signum() == 0;
        }
    }
}
