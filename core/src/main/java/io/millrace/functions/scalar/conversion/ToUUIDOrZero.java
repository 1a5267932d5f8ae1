package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UUID; zero if it is none. */
@Builtin("toUUIDOrZero")
final class ToUUIDOrZero extends PlainConversion {
    ToUUIDOrZero() {
        super("toUUIDOrZero", Types.UUID, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUUIDOrZero(x)", "Reads a string as UUID; zero if it is none.")
                .example(
                        "SELECT toUUIDOrZero('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toUUIDOrZero('x')",
                        "61f0c404-5cb3-11e7-907b-a6006ad3dba0\t00000000-0000-0000-0000-000000000000");
    }
}
