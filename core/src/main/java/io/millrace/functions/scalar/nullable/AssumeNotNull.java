package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The value as one that is never NULL; what stands for NULL is not defined. */
@Builtin("assumeNotNull")
final class AssumeNotNull extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Null",
                        "assumeNotNull(x)",
                        "The value as one that is never NULL; what stands for NULL is not defined.")
                .example("SELECT assumeNotNull(toNullable(5))", "5");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("assumeNotNull", arguments, 1);
        return new Bound(Types.withoutNullable(arguments.getFirst().type()));
    }

    private record Bound(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return values(arguments[0]);
        }

        private static Column values(Column column) {
            return switch (column) {
                case NullableColumn nullable -> nullable.values();
                case ConstColumn constant -> new ConstColumn(values(constant.value()), constant.rows());
                case DictionaryColumn d
                when d.dictionary() instanceof NullableColumn n ->
                    new DictionaryColumn(d.codes(), n.values(), d.rows());
                default -> column;
            };
        }
    }
}
