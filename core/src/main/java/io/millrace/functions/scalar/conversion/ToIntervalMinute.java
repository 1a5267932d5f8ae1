package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some minutes. */
@Builtin("toIntervalMinute")
final class ToIntervalMinute extends PlainConversion {
    ToIntervalMinute() {
        super("toIntervalMinute", new IntervalType(IntervalUnit.MINUTE), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalMinute(n)", "An interval of some minutes.")
                .example("SELECT toIntervalMinute(5)", "5");
    }
}
