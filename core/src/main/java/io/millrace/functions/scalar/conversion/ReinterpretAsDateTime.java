package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as DateTime. */
@Builtin("reinterpretAsDateTime")
final class ReinterpretAsDateTime extends ReinterpretFunction {
    ReinterpretAsDateTime() {
        super("reinterpretAsDateTime", Types.DATETIME);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsDateTime(x)", "The bytes of a value as DateTime.")
                .example("SELECT reinterpretAsDateTime('A')", "1970-01-01 00:01:05");
    }
}
