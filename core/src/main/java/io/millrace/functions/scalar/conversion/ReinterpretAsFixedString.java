package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The bytes of a value of a fixed size. */
@Builtin("reinterpretAsFixedString")
final class ReinterpretAsFixedString implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsFixedString(x)", "The bytes of a value of a fixed size.")
                .example("SELECT toTypeName(reinterpretAsFixedString(toUInt16(65)))", "FixedString(2)");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("reinterpretAsFixedString", arguments, 1);
        DataType from = arguments.getFirst().type();
        BoundScalar checked = Reinterpretation.bind("reinterpretAsFixedString", from, from);
        int width = Reinterpretation.width(checked.type());
        if (width == 0) {
            throw Signature.illegalType("reinterpretAsFixedString", from);
        }
        return Reinterpretation.bind("reinterpretAsFixedString", from, new FixedStringType(width));
    }
}
