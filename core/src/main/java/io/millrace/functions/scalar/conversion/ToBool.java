package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Bool: a number that is not zero, or a word such as true, yes or on, is true. */
@Builtin("toBool")
final class ToBool extends PlainConversion {
    ToBool() {
        super("toBool", Types.BOOL, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toBool(x)",
                        "Converts a value to Bool: a number that is not zero, or a word such as true, yes or on, is true.")
                .example("SELECT toBool(5), toBool('no')", "true\tfalse");
    }
}
