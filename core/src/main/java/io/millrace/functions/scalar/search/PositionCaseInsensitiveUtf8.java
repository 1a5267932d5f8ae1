package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As positionUTF8, whatever the case of letters. */
@Builtin("positionCaseInsensitiveUTF8")
final class PositionCaseInsensitiveUtf8 extends PositionFunction {
    PositionCaseInsensitiveUtf8() {
        super("positionCaseInsensitiveUTF8", Needle.Casing.UNICODE, true, false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "positionCaseInsensitiveUTF8(haystack, needle[, start])",
                        "As positionUTF8, whatever the case of letters.")
                .example("SELECT positionCaseInsensitiveUTF8('GRÜN', 'ün')", "3");
    }
}
