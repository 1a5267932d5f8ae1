package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The default value of the type of an expression. */
@Builtin("defaultValueOfArgumentType")
final class DefaultValueOfArgumentType implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other", "defaultValueOfArgumentType(x)", "The default value of the type of an expression.")
                .example("SELECT defaultValueOfArgumentType('a') = ''", "1");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("defaultValueOfArgumentType", arguments, 1);
        return of(arguments.getFirst().type());
    }

    static BoundScalar of(DataType type) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        return new Known(type, builder.build());
    }
}
