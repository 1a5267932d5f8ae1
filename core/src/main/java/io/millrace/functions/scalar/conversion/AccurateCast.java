package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a type; a value that does not fit is an error. */
@Builtin("accurateCast")
final class AccurateCast extends CastFunction {
    AccurateCast() {
        super("accurateCast", CastMode.ACCURATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "accurateCast(x, 'T')",
                        "Converts a value to a type; a value that does not fit is an error.")
                .example("SELECT accurateCast(42, 'UInt8')", "42");
    }
}
