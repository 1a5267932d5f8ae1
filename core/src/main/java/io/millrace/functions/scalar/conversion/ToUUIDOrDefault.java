package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UUID; the default, or zero, if it does not fit. */
@Builtin("toUUIDOrDefault")
final class ToUUIDOrDefault extends DefaultConversion {
    ToUUIDOrDefault() {
        super("toUUIDOrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUUIDOrDefault(x[, default])",
                        "Converts a value to UUID; the default, or zero, if it does not fit.")
                .example(
                        "SELECT toUUIDOrDefault('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toUUIDOrDefault('x')",
                        "61f0c404-5cb3-11e7-907b-a6006ad3dba0\t00000000-0000-0000-0000-000000000000");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UUID, 1);
    }
}
