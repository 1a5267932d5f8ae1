package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some nanoseconds. */
@Builtin("toIntervalNanosecond")
final class ToIntervalNanosecond extends PlainConversion {
    ToIntervalNanosecond() {
        super("toIntervalNanosecond", new IntervalType(IntervalUnit.NANOSECOND), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalNanosecond(n)", "An interval of some nanoseconds.")
                .example("SELECT toIntervalNanosecond(5)", "5");
    }
}
