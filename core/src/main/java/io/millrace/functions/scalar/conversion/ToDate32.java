package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Date32. */
@Builtin("toDate32")
final class ToDate32 extends PlainConversion {
    ToDate32() {
        super("toDate32", Types.DATE32, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toDate32(x)", "Converts a value to Date32.")
                .example("SELECT toDate32('1930-02-03')", "1930-02-03");
    }
}
