package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some microseconds. */
@Builtin("toIntervalMicrosecond")
final class ToIntervalMicrosecond extends PlainConversion {
    ToIntervalMicrosecond() {
        super("toIntervalMicrosecond", new IntervalType(IntervalUnit.MICROSECOND), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalMicrosecond(n)", "An interval of some microseconds.")
                .example("SELECT toIntervalMicrosecond(5)", "5");
    }
}
