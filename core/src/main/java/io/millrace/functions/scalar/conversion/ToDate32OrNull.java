package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Date32; NULL if it is none. */
@Builtin("toDate32OrNull")
final class ToDate32OrNull extends PlainConversion {
    ToDate32OrNull() {
        super("toDate32OrNull", Types.DATE32, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toDate32OrNull(x)", "Reads a string as Date32; NULL if it is none.")
                .example("SELECT toDate32OrNull('1930-02-03'), toDate32OrNull('x')", "1930-02-03\t\\N");
    }
}
