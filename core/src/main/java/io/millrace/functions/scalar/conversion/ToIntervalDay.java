package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some days. */
@Builtin("toIntervalDay")
final class ToIntervalDay extends PlainConversion {
    ToIntervalDay() {
        super("toIntervalDay", new IntervalType(IntervalUnit.DAY), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalDay(n)", "An interval of some days.")
                .example("SELECT toIntervalDay(5)", "5");
    }
}
