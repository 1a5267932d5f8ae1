package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** The quotient cut to an integer; division by zero is an error. */
@Builtin("intDiv")
final class IntDiv extends Division {
    IntDiv() {
        super("intDiv", NumberPromotion::intDiv, Kind.QUOTIENT, OnZero.FAIL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic", "intDiv(a, b)", "The quotient cut to an integer; division by zero is an error.")
                .example("SELECT intDiv(7, 2)", "3")
                .example("SELECT intDiv(-7, 2)", "-3");
    }
}
