package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Date; NULL if it is none. */
@Builtin("toDateOrNull")
final class ToDateOrNull extends PlainConversion {
    ToDateOrNull() {
        super("toDateOrNull", Types.DATE, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toDateOrNull(x)", "Reads a string as Date; NULL if it is none.")
                .example("SELECT toDateOrNull('2024-02-03'), toDateOrNull('x')", "2024-02-03\t\\N");
    }
}
