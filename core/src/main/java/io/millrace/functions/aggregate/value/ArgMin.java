package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The value that stands beside the least key. */
@Builtin({"argMin", "MIN_BY"})
final class ArgMin extends ArgExtreme {
    ArgMin() {
        super("argMin", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate", "argMin(x, key)", "The x of the row with the least key; the first of equals.")
                .example("SELECT argMin(toString(number), number) FROM numbers(5)", "0");
    }
}
