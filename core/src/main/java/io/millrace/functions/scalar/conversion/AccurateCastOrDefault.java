package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Converts a value to a type; a value that does not fit becomes the default, or zero. */
@Builtin("accurateCastOrDefault")
final class AccurateCastOrDefault extends DefaultConversion {
    AccurateCastOrDefault() {
        super("accurateCastOrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "accurateCastOrDefault(x, 'T'[, default])",
                        "Converts a value to a type; a value that does not fit becomes the default, or zero.")
                .example(
                        "SELECT accurateCastOrDefault(256, 'UInt8'), accurateCastOrDefault('x', 'Int32', toInt32(5))",
                        "0\t5");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        Signature.count("accurateCastOrDefault", arguments, 2, 3);
        return new Target(CastFunction.typeArgument("accurateCastOrDefault", arguments.get(1)), 2);
    }
}
