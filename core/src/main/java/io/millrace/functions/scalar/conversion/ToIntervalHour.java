package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some hours. */
@Builtin("toIntervalHour")
final class ToIntervalHour extends PlainConversion {
    ToIntervalHour() {
        super("toIntervalHour", new IntervalType(IntervalUnit.HOUR), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalHour(n)", "An interval of some hours.")
                .example("SELECT toIntervalHour(5)", "5");
    }
}
