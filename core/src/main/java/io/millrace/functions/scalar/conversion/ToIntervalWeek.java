package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some weeks. */
@Builtin("toIntervalWeek")
final class ToIntervalWeek extends PlainConversion {
    ToIntervalWeek() {
        super("toIntervalWeek", new IntervalType(IntervalUnit.WEEK), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalWeek(n)", "An interval of some weeks.")
                .example("SELECT toIntervalWeek(5)", "5");
    }
}
