package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int256; NULL if it is none. */
@Builtin("toInt256OrNull")
final class ToInt256OrNull extends PlainConversion {
    ToInt256OrNull() {
        super("toInt256OrNull", Types.INT256, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt256OrNull(x)", "Reads a string as Int256; NULL if it is none.")
                .example("SELECT toInt256OrNull('-42'), toInt256OrNull('abc')", "-42\t\\N");
    }
}
