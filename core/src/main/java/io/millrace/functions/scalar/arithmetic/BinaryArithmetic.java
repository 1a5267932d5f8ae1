package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Base of plus, minus and multiply: numbers of all widths, decimals, tuples element by element; dates by {@link DateArithmetic}. */
abstract class BinaryArithmetic implements ScalarFunction {
    private final String name;
    private final Promotion promotion;
    private final Loops loops;
    private final BinaryOperator<BigInteger> wide;

    BinaryArithmetic(String name, Promotion promotion, Loops loops, BinaryOperator<BigInteger> wide) {
        this.name = name;
        this.promotion = promotion;
        this.loops = loops;
        this.wide = wide;
    }

    /** Whether decimals are brought to one scale first; otherwise their scales add up. */
    abstract boolean sameScale();

    /** The operation on dates and intervals, if it has one. */
    Optional<BoundScalar> bindDates(List<Argument> arguments, BindContext context) {
        return Optional.empty();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        Optional<BoundScalar> dates = bindDates(arguments, context);
        if (dates.isPresent()) {
            return dates.get();
        }
        DataType a = arguments.get(0).type();
        DataType b = arguments.get(1).type();
        if (a instanceof TupleType || b instanceof TupleType) {
            return TupleArithmetic.bind(name, arguments, context);
        }
        DataType type = promotion.of(a, b).orElseThrow(() -> Signature.illegalTypes(name, arguments));
        if (type instanceof DecimalType decimal) {
            return new DecimalArithmetic(decimal, a, b, sameScale(), loops, wide);
        }
        if (type instanceof FloatType) {
            return new FloatArithmetic(a, b, loops);
        }
        if (Numbers.bits(type) > 64) {
            return new WideArithmetic(type, a, b, wide);
        }
        return new IntegerArithmetic(type, Numbers.isSigned(a), Numbers.isSigned(b), loops);
    }

    /** Numbers at all: for error texts of functions that take nothing else. */
    static boolean isNumber(DataType type) {
        return Types.isNumber(type);
    }
}
