package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Whether an expression is constant. */
@Builtin("isConstant")
final class IsConstant implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "isConstant(x)", "Whether an expression is constant.")
                .example("SELECT isConstant(1 + 1), isConstant(materialize(1))", "1\t0");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("isConstant", arguments, 1);
        boolean constant = arguments.getFirst().constant().isPresent();
        return new Known(Types.UINT8, new ByteColumn(new byte[] {(byte) (constant ? 1 : 0)}, 1));
    }
}
