package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Date; zero if it is none. */
@Builtin("toDateOrZero")
final class ToDateOrZero extends PlainConversion {
    ToDateOrZero() {
        super("toDateOrZero", Types.DATE, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toDateOrZero(x)", "Reads a string as Date; zero if it is none.")
                .example("SELECT toDateOrZero('2024-02-03'), toDateOrZero('x')", "2024-02-03\t1970-01-01");
    }
}
