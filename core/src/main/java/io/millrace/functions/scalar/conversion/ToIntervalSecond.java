package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** An interval of some seconds. */
@Builtin("toIntervalSecond")
final class ToIntervalSecond extends PlainConversion {
    ToIntervalSecond() {
        super("toIntervalSecond", new IntervalType(IntervalUnit.SECOND), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIntervalSecond(n)", "An interval of some seconds.")
                .example("SELECT toIntervalSecond(5)", "5");
    }
}
