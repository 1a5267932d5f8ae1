package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.StringType;
import io.millrace.data.type.TypeParser;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The default value of a type given by its name. */
@Builtin("defaultValueOfTypeName")
final class DefaultValueOfTypeName implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "defaultValueOfTypeName(type)", "The default value of a type given by its name.")
                .example("SELECT defaultValueOfTypeName('Int8')", "0");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("defaultValueOfTypeName", arguments, 1);
        if (!(arguments.getFirst().type() instanceof StringType)) {
            throw Signature.illegalType(
                    "defaultValueOfTypeName", arguments.getFirst().type());
        }
        String name = arguments.getFirst().requireConstantText("defaultValueOfTypeName", "type");
        return DefaultValueOfArgumentType.of(TypeParser.parse(name));
    }
}
