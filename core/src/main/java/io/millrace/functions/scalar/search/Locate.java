package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As position, with the needle first. */
@Builtin({"locate", "LOCATE"})
final class Locate extends PositionFunction {
    Locate() {
        super("locate", Needle.Casing.EXACT, false, true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search", "locate(needle, haystack[, start])", "As position, with the needle first.")
                .example("SELECT locate('ll', 'Hello')", "3");
    }
}
