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

/** The sum of two numbers, or of a date or time and a number or an interval. */
@Builtin("plus")
final class Plus extends BinaryArithmetic {
    Plus() {
        super("plus", NumberPromotion::plus, new PlusLoops(), BigInteger::add);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "plus(a, b)",
                        "The sum of two numbers, or of a date or time and a number or an interval.")
                .example("SELECT 1 + 2", "3")
                .example("SELECT toDate('2024-01-31') + INTERVAL 1 MONTH", "2024-02-29");
    }

    @Override
    boolean sameScale() {
        return true;
    }

    @Override
    Optional<BoundScalar> bindDates(List<Argument> arguments, BindContext context) {
        return DateArithmetic.bind("plus", arguments, context);
    }
}
