package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some years. */
@Builtin("toIntervalYear")
final class ToIntervalYear extends PlainConversion {
    ToIntervalYear() {
        super("toIntervalYear", new IntervalType(IntervalUnit.YEAR), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalYear(n)", "An interval of some years.")
                .example("SELECT toIntervalYear(5)", "5");
    }
}
