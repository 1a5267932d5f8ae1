package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The value that stands beside the greatest key. */
@Builtin({"argMax", "MAX_BY"})
final class ArgMax extends ArgExtreme {
    ArgMax() {
        super("argMax", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate", "argMax(x, key)", "The x of the row with the greatest key; the first of equals.")
                .example("SELECT argMax(toString(number), number) FROM numbers(5)", "4");
    }
}
