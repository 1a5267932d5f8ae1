package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Where a needle begins in a string, in code points from 1. */
@Builtin("positionUTF8")
final class PositionUtf8 extends PositionFunction {
    PositionUtf8() {
        super("positionUTF8", Needle.Casing.EXACT, true, false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "positionUTF8(haystack, needle[, start])",
                        "Where a needle begins in a string, in code points from 1.")
                .example("SELECT positionUTF8('Grüße', 'ß')", "4");
    }
}
