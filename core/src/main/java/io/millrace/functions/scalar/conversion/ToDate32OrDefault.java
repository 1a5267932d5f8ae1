package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Date32; the default, or zero, if it does not fit. */
@Builtin("toDate32OrDefault")
final class ToDate32OrDefault extends DefaultConversion {
    ToDate32OrDefault() {
        super("toDate32OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDate32OrDefault(x[, default])",
                        "Converts a value to Date32; the default, or zero, if it does not fit.")
                .example("SELECT toDate32OrDefault('1930-02-03'), toDate32OrDefault('x')", "1930-02-03\t1900-01-01");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.DATE32, 1);
    }
}
