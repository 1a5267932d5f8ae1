package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Where a needle begins in a string, in bytes from 1; 0 if it does not occur. */
@Builtin({"position", "POSITION"})
final class PositionOf extends PositionFunction {
    PositionOf() {
        super("position", Needle.Casing.EXACT, false, false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "position(haystack, needle[, start])",
                        "Where a needle begins in a string, in bytes from 1; 0 if it does not occur.")
                .example("SELECT position('Hello, world!', 'o')", "5");
    }
}
