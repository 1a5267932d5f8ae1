package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The value as one that may be NULL. */
@Builtin("toNullable")
final class ToNullable extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "toNullable(x)", "The value as one that may be NULL.")
                .example("SELECT toTypeName(toNullable(10))", "Nullable(UInt8)");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toNullable", arguments, 1);
        DataType type = arguments.getFirst().type();
        DataType nullable = type instanceof LowCardinalityType low
                ? new LowCardinalityType(Types.nullable(low.nested()))
                : Types.nullable(type);
        return Casts.bind(type, nullable, CastMode.CAST, context);
    }
}
