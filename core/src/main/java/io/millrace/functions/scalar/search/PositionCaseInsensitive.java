package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As position, whatever the case of ASCII letters. */
@Builtin({"positionCaseInsensitive", "instr", "INSTR"})
final class PositionCaseInsensitive extends PositionFunction {
    PositionCaseInsensitive() {
        super("positionCaseInsensitive", Needle.Casing.ASCII, false, false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "positionCaseInsensitive(haystack, needle[, start])",
                        "As position, whatever the case of ASCII letters.")
                .example("SELECT positionCaseInsensitive('Hello', 'LLO')", "3");
    }
}
