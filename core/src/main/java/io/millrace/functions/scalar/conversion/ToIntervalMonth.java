package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some months. */
@Builtin("toIntervalMonth")
final class ToIntervalMonth extends PlainConversion {
    ToIntervalMonth() {
        super("toIntervalMonth", new IntervalType(IntervalUnit.MONTH), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalMonth(n)", "An interval of some months.")
                .example("SELECT toIntervalMonth(5)", "5");
    }
}
