package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some milliseconds. */
@Builtin("toIntervalMillisecond")
final class ToIntervalMillisecond extends PlainConversion {
    ToIntervalMillisecond() {
        super("toIntervalMillisecond", new IntervalType(IntervalUnit.MILLISECOND), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalMillisecond(n)", "An interval of some milliseconds.")
                .example("SELECT toIntervalMillisecond(5)", "5");
    }
}
