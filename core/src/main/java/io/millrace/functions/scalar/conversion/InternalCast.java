package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As CAST; the form in which the server writes its own casts. */
@Builtin("_CAST")
final class InternalCast extends CastFunction {
    InternalCast() {
        super("_CAST", CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "_CAST(x, 'T')",
                        "As CAST; the form in which the server writes its own casts.")
                .example("SELECT _CAST(42, 'UInt8')", "42");
    }
}
