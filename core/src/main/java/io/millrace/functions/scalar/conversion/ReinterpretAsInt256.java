package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int256. */
@Builtin("reinterpretAsInt256")
final class ReinterpretAsInt256 extends ReinterpretFunction {
    ReinterpretAsInt256() {
        super("reinterpretAsInt256", Types.INT256);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt256(x)", "The bytes of a value as Int256.")
                .example("SELECT reinterpretAsInt256('a')", "97");
    }
}
