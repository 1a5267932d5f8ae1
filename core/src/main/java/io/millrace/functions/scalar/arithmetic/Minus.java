package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two numbers, dates or times, or of a date or time and a number or an interval; always signed.
 */
@Builtin("minus")
final class Minus extends BinaryArithmetic {
    Minus() {
        super("minus", NumberPromotion::minus, new MinusLoops(), BigInteger::subtract);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "minus(a, b)",
                        "The difference of two numbers, dates or times, or of a date or time and a number or an interval; always signed.")
                .example("SELECT 1 - 2", "-1")
                .example("SELECT toDate('2024-03-01') - toDate('2024-02-01')", "29");
    }

    @Override
    boolean sameScale() {
        return true;
    }

    @Override
    Optional<BoundScalar> bindDates(List<Argument> arguments, BindContext context) {
        return DateArithmetic.bind("minus", arguments, context);
    }
}
