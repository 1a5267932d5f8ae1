package io.millrace.functions.combinator;

import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.doc.FunctionDoc;

/** Base of functions made by a suffix: name and documentation follow from the nested function. */
abstract class CombinedFunction implements AggregateFunction {
    protected final AggregateFunction nested;
    private final String suffix;

    CombinedFunction(AggregateFunction nested, String suffix) {
        this.nested = nested;
        this.suffix = suffix;
    }

    @Override
    public String name() {
        return nested.name() + suffix;
    }

    @Override
    public FunctionDoc doc() {
        FunctionDoc doc = nested.doc();
        return FunctionDoc.of(doc.category(), name() + "(...)", doc.text() + " With the combinator -" + suffix + ".");
    }
}
