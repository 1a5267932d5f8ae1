package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a type; a value that does not fit becomes NULL. */
@Builtin("accurateCastOrNull")
final class AccurateCastOrNull extends CastFunction {
    AccurateCastOrNull() {
        super("accurateCastOrNull", CastMode.ACCURATE_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "accurateCastOrNull(x, 'T')",
                        "Converts a value to a type; a value that does not fit becomes NULL.")
                .example("SELECT accurateCastOrNull(256, 'UInt8'), accurateCastOrNull(5, 'UInt8')", "\\N\t5");
    }
}
