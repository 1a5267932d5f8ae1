package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a type; integers that do not fit wrap around. */
@Builtin("CAST")
final class Cast extends CastFunction {
    Cast() {
        super("CAST", CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "CAST(x, 'T')",
                        "Converts a value to a type; integers that do not fit wrap around.")
                .example("SELECT CAST(42, 'String')", "42")
                .example("SELECT CAST('2024-02-03' AS Date)", "2024-02-03");
    }
}
