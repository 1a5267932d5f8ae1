package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As substringIndex, with a delimiter that is any code point. */
@Builtin("substringIndexUTF8")
final class SubstringIndexUtf8 extends Occurrences {
    SubstringIndexUtf8() {
        super("substringIndexUTF8");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "substringIndexUTF8(s, delim, count)",
                        "As substringIndex, with a delimiter that is any code point.")
                .example("SELECT substringIndexUTF8('a–b–c', '–', 1)", "a");
    }

    @Override
    boolean single(byte[] bytes, int from, int to) {
        return CodePoints.count(bytes, from, to) == 1;
    }
}
