package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UUID. */
@Builtin("toUUID")
final class ToUUID extends PlainConversion {
    ToUUID() {
        super("toUUID", Types.UUID, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUUID(x)", "Converts a value to UUID.")
                .example(
                        "SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')",
                        "61f0c404-5cb3-11e7-907b-a6006ad3dba0");
    }
}
