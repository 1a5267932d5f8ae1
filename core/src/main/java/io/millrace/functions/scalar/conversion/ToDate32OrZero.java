package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Date32; zero if it is none. */
@Builtin("toDate32OrZero")
final class ToDate32OrZero extends PlainConversion {
    ToDate32OrZero() {
        super("toDate32OrZero", Types.DATE32, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toDate32OrZero(x)", "Reads a string as Date32; zero if it is none.")
                .example("SELECT toDate32OrZero('1930-02-03'), toDate32OrZero('x')", "1930-02-03\t1900-01-01");
    }
}
