package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The kind of column that holds a value in memory. */
@Builtin("toColumnTypeName")
final class ToColumnTypeName implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "toColumnTypeName(x)", "The kind of column that holds a value in memory.")
                .example("SELECT toColumnTypeName(1)", "Const(UInt8)");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries().notFoldable();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toColumnTypeName", arguments, 1);
        return new Bound(arguments.getFirst().type().name());
    }

    private record Bound(String name) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            String shown = arguments[0] instanceof ConstColumn ? "Const(" + name + ")" : name;
            return new ConstColumn(StringColumn.of(shown), rows);
        }
    }
}
