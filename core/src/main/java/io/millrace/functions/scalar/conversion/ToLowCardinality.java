package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The value as LowCardinality: a code in a dictionary. */
@Builtin("toLowCardinality")
final class ToLowCardinality implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toLowCardinality(x)",
                        "The value as LowCardinality: a code in a dictionary.")
                .example("SELECT toTypeName(toLowCardinality('a'))", "LowCardinality(String)");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toLowCardinality", arguments, 1);
        DataType type = arguments.getFirst().type();
        DataType target = type instanceof LowCardinalityType ? type : Types.lowCardinality(type);
        return Casts.bind(type, target, CastMode.CAST, context);
    }
}
