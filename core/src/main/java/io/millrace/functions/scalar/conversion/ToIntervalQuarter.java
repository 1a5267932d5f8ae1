package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some quarters. */
@Builtin("toIntervalQuarter")
final class ToIntervalQuarter extends PlainConversion {
    ToIntervalQuarter() {
        super("toIntervalQuarter", new IntervalType(IntervalUnit.QUARTER), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalQuarter(n)", "An interval of some quarters.")
                .example("SELECT toIntervalQuarter(5)", "5");
    }
}
