package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UUID; NULL if it is none. */
@Builtin("toUUIDOrNull")
final class ToUUIDOrNull extends PlainConversion {
    ToUUIDOrNull() {
        super("toUUIDOrNull", Types.UUID, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUUIDOrNull(x)", "Reads a string as UUID; NULL if it is none.")
                .example(
                        "SELECT toUUIDOrNull('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toUUIDOrNull('x')",
                        "61f0c404-5cb3-11e7-907b-a6006ad3dba0\t\\N");
    }
}
